import { DatabaseSync } from "node:sqlite";
import { ErrataError } from "../foundation/errors.ts";
import type { Generation } from "../models/language-model.ts";
import type { ArtifactName, Artifacts } from "../stages/stage.ts";
import { createGroupCommit, inTransaction } from "./group-commit.ts";
import type { RunStore, StoredItem, StoredStep } from "./run-store.ts";
import { schema, schemaVersion } from "./schema.ts";

type Row = Record<string, string | number | null>;

/**
 * A run store in one SQLite file, or in memory with ":memory:".
 *
 * WAL with `synchronous = NORMAL`: a committed transaction survives the death of the process (SIGKILL included); only
 * the last ones can be lost when the whole machine loses power, and the file stays sound even then.
 */
export function openSqliteRunStore(file: string, options: { readOnly?: boolean } = {}): RunStore {
  const database = new DatabaseSync(file, { readOnly: options.readOnly ?? false, timeout: 10_000 });
  if (!options.readOnly) prepareDatabase(database, file);
  const commit = createGroupCommit(database);
  const statement = {
    response: database.prepare(
      "SELECT text, finish_reason, input_tokens, output_tokens FROM responses WHERE key = ?",
    ),
    putResponse: database.prepare("INSERT OR IGNORE INTO responses VALUES (?, ?, ?, ?, ?, ?, ?, ?)"),
    step: database.prepare(`${stepQuery} WHERE steps.id = ?`),
    steps: database.prepare(`${stepQuery} ORDER BY position`),
    items: database.prepare("SELECT id, key, state, output, reason FROM items WHERE step = ? ORDER BY id"),
    putItem: database.prepare("INSERT OR REPLACE INTO items VALUES (?, ?, ?, ?, ?, ?)"),
    artifacts: database.prepare("SELECT value FROM artifacts WHERE step = ? AND name = ? ORDER BY ordinal"),
    deleteArtifacts: database.prepare("DELETE FROM artifacts WHERE step = ?"),
    putArtifact: database.prepare("INSERT INTO artifacts VALUES (?, ?, ?, ?)"),
    deleteItem: database.prepare("DELETE FROM items WHERE step = ? AND id = ?"),
    beginStep: database.prepare(
      `INSERT INTO steps (id, line, iteration, stage, key, state) VALUES (?, ?, ?, ?, ?, 'running')
       ON CONFLICT (id) DO UPDATE SET key = excluded.key, state = 'running', item_total = 0, counts = NULL, seconds = NULL`,
    ),
    finishStep: database.prepare("UPDATE steps SET state = 'done', counts = ?, seconds = ? WHERE id = ?"),
    setItemTotal: database.prepare("UPDATE steps SET item_total = ? WHERE id = ?"),
    deleteStep: database.prepare("DELETE FROM steps WHERE id = ?"),
    deleteItems: database.prepare("DELETE FROM items WHERE step = ?"),
  };

  const store: RunStore = {
    response(key) {
      const row = statement.response.get(key) as Row | undefined;
      return row && generationOf(row);
    },
    putResponse(key, step, model, request, { text, finishReason, usage }) {
      const { inputTokens, outputTokens } = usage;
      return commit.write(() => {
        statement.putResponse.run(
          key,
          step,
          model,
          JSON.stringify(request),
          text,
          finishReason,
          inputTokens,
          outputTokens,
        );
      });
    },

    step(id) {
      commit.flush();
      const row = statement.step.get(id) as Row | undefined;
      return row && stepOf(row);
    },
    steps() {
      commit.flush();
      return (statement.steps.all() as Row[]).map(stepOf);
    },
    beginStep({ id, line, iteration, stage }, key) {
      commit.flush();
      statement.beginStep.run(id, line, iteration, stage, key);
    },
    finishStep(id, result, itemIds, seconds) {
      commit.flush();
      inTransaction(database, () => {
        for (const item of store.items(id)) if (!itemIds.has(item.id)) statement.deleteItem.run(id, item.id);
        statement.deleteArtifacts.run(id);
        for (const [name, rows] of Object.entries(result.artifacts)) {
          for (const [ordinal, row] of rows.entries())
            statement.putArtifact.run(id, name, ordinal, JSON.stringify(row));
        }
        const counts = { in: result.in, done: result.done, notDone: result.notDone };
        statement.finishStep.run(JSON.stringify(counts), seconds, id);
      });
    },
    forgetStepsExcept(ids) {
      const stale = store.steps().filter(({ id }) => !ids.has(id));
      inTransaction(database, () => {
        for (const { id } of stale) {
          statement.deleteStep.run(id);
          statement.deleteItems.run(id);
          statement.deleteArtifacts.run(id);
        }
      });
    },

    items(step) {
      commit.flush();
      return (statement.items.all(step) as Row[]).map(itemOf);
    },
    putItem(step, { id, key, state, output, reason }) {
      const outputText = output === undefined ? null : JSON.stringify(output);
      return commit.write(() => {
        statement.putItem.run(step, id, key, state, outputText, reason ?? null);
      });
    },
    setItemTotal(step, total) {
      statement.setItemTotal.run(total, step);
    },

    artifacts<Name extends ArtifactName>(step: string, name: Name) {
      return (statement.artifacts.all(step, name) as { value: string }[]).map(
        ({ value }) => JSON.parse(value) as Artifacts[Name],
      );
    },

    async flush() {
      commit.flush();
    },
    close() {
      commit.flush();
      database.close();
    },
  };
  return store;
}

const stepQuery = `
SELECT steps.*,
  (SELECT COUNT(*) FROM items WHERE step = steps.id AND state = 'done') AS items_done,
  (SELECT COUNT(*) FROM items WHERE step = steps.id AND state = 'failed') AS items_failed,
  (SELECT COUNT(*) FROM responses WHERE step = steps.id) AS calls,
  (SELECT COALESCE(SUM(input_tokens), 0) FROM responses WHERE step = steps.id) AS input_tokens,
  (SELECT COALESCE(SUM(output_tokens), 0) FROM responses WHERE step = steps.id) AS output_tokens
FROM steps`;

function prepareDatabase(database: DatabaseSync, file: string): void {
  database.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;");
  const { user_version: version } = database.prepare("PRAGMA user_version").get() as { user_version: number };
  if (version === schemaVersion) return;
  if (version !== 0) {
    throw new ErrataError(
      `${file} was written by another version of Errata (format ${version}, this is ${schemaVersion}).`,
      {
        advice: "Read it with the version that wrote it, or start a new run.",
      },
    );
  }
  inTransaction(database, () => database.exec(`${schema} PRAGMA user_version = ${schemaVersion};`));
}

function generationOf(row: Row): Generation {
  return {
    text: row.text as string,
    finishReason: row.finish_reason as Generation["finishReason"],
    usage: { inputTokens: row.input_tokens as number, outputTokens: row.output_tokens as number },
  };
}

function itemOf(row: Row): StoredItem {
  return {
    id: row.id as string,
    key: row.key as string,
    state: row.state as StoredItem["state"],
    ...(row.output === null ? {} : { output: JSON.parse(row.output as string) }),
    ...(row.reason === null ? {} : { reason: row.reason as string }),
  };
}

function stepOf(row: Row): StoredStep {
  return {
    id: row.id as string,
    line: row.line as string,
    iteration: row.iteration as number,
    stage: row.stage as string,
    key: row.key as string,
    state: row.state as StoredStep["state"],
    items: {
      total: row.item_total as number,
      done: row.items_done as number,
      failed: row.items_failed as number,
    },
    counts: row.counts === null ? null : JSON.parse(row.counts as string),
    seconds: row.seconds as number | null,
    calls: {
      count: row.calls as number,
      inputTokens: row.input_tokens as number,
      outputTokens: row.output_tokens as number,
    },
  };
}
