import type { ArtifactName, Artifacts, StageResult } from "../stages/stage.ts";
import { createGroupCommit, inTransaction } from "./group-commit.ts";
import { openDatabase } from "./open-database.ts";
import type { RunStore } from "./run-store.ts";
import { artifactRows, generationOf, itemOf, type Row, stepOf, usageOf } from "./sqlite-rows.ts";
import { prepareStatements } from "./sqlite-statements.ts";

/**
 * A run store in one SQLite file, or in memory with ":memory:".
 *
 * Throws an `ErrataError` where the file cannot be opened or was written by another version.
 */
export function openSqliteRunStore(file: string, options: { readOnly?: boolean } = {}): RunStore {
  const database = openDatabase(file, options);
  const commit = createGroupCommit(database);
  const statement = prepareStatements(database);

  /** Whether a step leaves other artifacts than it left before. */
  const replaceArtifacts = (step: string, artifacts: StageResult["artifacts"]): boolean => {
    const before = statement.artifactsInOrder.all(step);
    const rows = artifactRows(artifacts);
    if (JSON.stringify(rows) === JSON.stringify(before)) return false;
    statement.deleteArtifacts.run(step);
    for (const { name, ordinal, value } of rows) statement.putArtifact.run(step, name, ordinal, value);
    return true;
  };
  const forgetStep = (step: string) => {
    statement.forgetStep.run(step);
    statement.deleteArtifacts.run(step);
  };

  const store: RunStore = {
    response(key) {
      const row = statement.response.get(key) as Row | undefined;
      return row && generationOf(row);
    },
    putResponse(key, step, model, request, { text, reasoning, finishReason, usage }) {
      const { inputTokens, outputTokens, isEstimated = false } = usage;
      return commit.write(() => {
        statement.putResponse.run(
          key,
          step,
          model,
          JSON.stringify(request),
          text,
          reasoning ?? null,
          finishReason,
          inputTokens,
          outputTokens,
          isEstimated ? 1 : 0,
        );
      });
    },
    creditResponse(key, step) {
      statement.creditResponse.run(key, step);
    },
    usage() {
      commit.flush();
      return (statement.usage.all() as Row[]).map(usageOf);
    },

    adoptPlan(steps) {
      commit.flush();
      const keyById = new Map(steps.map(({ id, key }) => [id, key]));
      inTransaction(database, () => {
        for (const { id, key } of statement.stepKeys.all() as { id: string; key: string }[]) {
          if (keyById.get(id) === key) continue;
          statement.deleteStep.run(id);
          statement.deleteArtifacts.run(id);
          if (!keyById.has(id)) statement.deleteItems.run(id);
        }
        for (const [position, { id, line, iteration, stage, key }] of steps.entries()) {
          statement.planStep.run(position, id, line, iteration, stage, key);
        }
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
    beginStep(id) {
      commit.flush();
      statement.beginStep.run(id);
    },
    finishStep(id, result, { itemIds, seconds, madeFrom }) {
      commit.flush();
      inTransaction(database, () => {
        for (const item of statement.itemIds.all(id) as { id: string }[]) {
          if (!itemIds.has(item.id)) statement.deleteItem.run(id, item.id);
        }
        if (replaceArtifacts(id, result.artifacts)) madeFrom.forEach(forgetStep);
        const { in: taken, done, notDone, remarks } = result;
        const counts = { in: taken, done, notDone, remarks };
        statement.finishStep.run(JSON.stringify(counts), seconds, id);
      });
    },

    items(step) {
      commit.flush();
      return (statement.items.all(step) as Row[]).map(itemOf);
    },
    putItem(step, { id, key, state, output, reason }, seconds) {
      const outputText = output === undefined ? null : JSON.stringify(output);
      return commit.write(() => {
        statement.putItem.run(step, id, key, state, outputText, reason ?? null);
        statement.countItem[state === "done" ? "done" : "failed"].run(seconds, step);
      });
    },
    expectItems(step, { total, done }) {
      statement.expectItems.run(total, done, step);
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
