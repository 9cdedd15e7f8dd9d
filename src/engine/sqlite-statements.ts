import type { DatabaseSync } from "node:sqlite";
import { stepQuery } from "./sqlite-rows.ts";

/** The statements of a run store, prepared once. */
export function prepareStatements(database: DatabaseSync) {
  return {
    response: database.prepare(
      "SELECT text, reasoning, finish_reason, input_tokens, output_tokens, is_estimated FROM responses WHERE key = ?",
    ),
    putResponse: database.prepare("INSERT OR IGNORE INTO responses VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
    creditResponse: database.prepare(
      `UPDATE responses SET step = ?2 WHERE key = ?1 AND
       ${positionOf("?2")} < COALESCE(${positionOf("responses.step")}, ${Number.MAX_SAFE_INTEGER})`,
    ),
    usage: database.prepare(
      `SELECT step, model, SUM(input_tokens) AS input_tokens, SUM(output_tokens) AS output_tokens,
         SUM(is_estimated) AS estimated_calls
       FROM responses GROUP BY step, model ORDER BY step, model`,
    ),
    planStep: database.prepare(
      `INSERT INTO steps (position, id, line, iteration, stage, key, state) VALUES (?, ?, ?, ?, ?, ?, 'planned')
       ON CONFLICT (id) DO UPDATE SET position = excluded.position`,
    ),
    step: database.prepare(`${stepQuery} WHERE state <> 'planned' AND id = ?`),
    steps: database.prepare(`${stepQuery} WHERE state <> 'planned' ORDER BY position`),
    stepKeys: database.prepare("SELECT id, key FROM steps"),
    items: database.prepare("SELECT id, key, state, output, reason FROM items WHERE step = ? ORDER BY id"),
    itemIds: database.prepare("SELECT id FROM items WHERE step = ?"),
    putItem: database.prepare("INSERT OR REPLACE INTO items VALUES (?, ?, ?, ?, ?, ?)"),
    artifacts: database.prepare("SELECT value FROM artifacts WHERE step = ? AND name = ? ORDER BY ordinal"),
    artifactsInOrder: database.prepare(
      "SELECT name, ordinal, value FROM artifacts WHERE step = ? ORDER BY name, ordinal",
    ),
    deleteArtifacts: database.prepare("DELETE FROM artifacts WHERE step = ?"),
    putArtifact: database.prepare("INSERT INTO artifacts VALUES (?, ?, ?, ?)"),
    deleteItem: database.prepare("DELETE FROM items WHERE step = ? AND id = ?"),
    beginStep: database.prepare(
      `UPDATE steps SET state = 'running', items_total = 0, items_done = 0, items_failed = 0, counts = NULL
       WHERE id = ?`,
    ),
    finishStep: database.prepare(
      "UPDATE steps SET state = 'done', counts = ?, seconds = seconds + ? WHERE id = ?",
    ),
    expectItems: database.prepare(
      "UPDATE steps SET items_total = items_total + ?, items_done = items_done + ? WHERE id = ?",
    ),
    countItem: {
      done: database.prepare(
        "UPDATE steps SET items_done = items_done + 1, seconds = seconds + ? WHERE id = ?",
      ),
      failed: database.prepare(
        "UPDATE steps SET items_failed = items_failed + 1, seconds = seconds + ? WHERE id = ?",
      ),
    },
    forgetStep: database.prepare(
      "UPDATE steps SET state = 'planned', counts = NULL, seconds = 0 WHERE id = ?",
    ),
    deleteStep: database.prepare("DELETE FROM steps WHERE id = ?"),
    deleteItems: database.prepare("DELETE FROM items WHERE step = ?"),
  };
}

const positionOf = (step: string) => `(SELECT position FROM steps WHERE id = ${step})`;
