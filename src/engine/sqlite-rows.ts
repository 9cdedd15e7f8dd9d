import type { Generation } from "../models/language-model.ts";
import type { StageResult } from "../stages/stage.ts";
import type { StepUsage, StoredItem, StoredStep } from "./run-store.ts";

/** A row as `node:sqlite` gives it. */
export type Row = Record<string, string | number | null>;

/** Steps with the tokens of their responses; a condition follows. */
export const stepQuery = `
SELECT steps.*,
  (SELECT COUNT(*) FROM items WHERE step = steps.id AND state = 'unanswered') AS unanswered,
  (SELECT COUNT(*) FROM responses WHERE step = steps.id) AS calls,
  (SELECT COALESCE(SUM(input_tokens), 0) FROM responses WHERE step = steps.id) AS input_tokens,
  (SELECT COALESCE(SUM(output_tokens), 0) FROM responses WHERE step = steps.id) AS output_tokens
FROM steps`;

export function generationOf(row: Row): Generation {
  return {
    text: row.text as string,
    ...(row.reasoning === null ? {} : { reasoning: row.reasoning as string }),
    finishReason: row.finish_reason as Generation["finishReason"],
    usage: {
      inputTokens: row.input_tokens as number,
      outputTokens: row.output_tokens as number,
      ...(row.is_estimated ? { isEstimated: true } : {}),
    },
  };
}

export function itemOf(row: Row): StoredItem {
  return {
    id: row.id as string,
    key: row.key as string,
    state: row.state as StoredItem["state"],
    ...(row.output === null ? {} : { output: JSON.parse(row.output as string) }),
    ...(row.reason === null ? {} : { reason: row.reason as string }),
  };
}

export function stepOf(row: Row): StoredStep {
  return {
    id: row.id as string,
    line: row.line as string,
    iteration: row.iteration as number,
    stage: row.stage as string,
    key: row.key as string,
    state: row.state as StoredStep["state"],
    items: {
      total: row.items_total as number,
      done: row.items_done as number,
      failed: row.items_failed as number,
    },
    unanswered: row.unanswered as number,
    counts: row.counts === null ? null : JSON.parse(row.counts as string),
    seconds: row.seconds as number,
    calls: {
      count: row.calls as number,
      inputTokens: row.input_tokens as number,
      outputTokens: row.output_tokens as number,
    },
  };
}

export function usageOf(row: Row): StepUsage {
  return {
    step: row.step as string,
    model: row.model as string,
    inputTokens: row.input_tokens as number,
    outputTokens: row.output_tokens as number,
    estimatedCalls: row.estimated_calls as number,
  };
}

export interface ArtifactRow {
  name: string;
  ordinal: number;
  value: string;
}

/** Artifacts as rows, in the order of names. */
export function artifactRows(artifacts: StageResult["artifacts"]): ArtifactRow[] {
  return Object.entries(artifacts)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([name, rows]) => rows.map((row, ordinal) => ({ name, ordinal, value: JSON.stringify(row) })));
}
