import Papa from "papaparse";
import type { CellOutcome } from "./cell-outcome.ts";
import type { ExperimentResults, Score } from "./results.ts";
import { byBenchmark } from "./tables.ts";

/** The text of `results.csv`: a row for every cell and benchmark, then one for every variation and benchmark. */
export function resultsCsv({ cells, scores, costs }: ExperimentResults): string {
  const costOf = new Map(costs.map((cost) => [cost.variation, cost]));
  const rows = [
    ...cells.finished.flatMap(cellRows),
    ...byBenchmark(scores).map((score) => variationRow(score, costOf.get(score.variation))),
  ];
  return `${Papa.unparse(rows, { columns: [...columns], newline: "\n" })}\n`;
}

/** Shares in [0, 1], costs in US dollars, time in seconds. */
const columns = [
  ...(["row", "variation", "seed", "benchmark", "problems", "before"] as const),
  ...(["after", "after_low", "after_high", "gain", "gain_low", "gain_high"] as const),
  ...(["margin", "margin_low", "margin_high", "p", "p_holm", "examples"] as const),
  ...(["calls", "new_calls", "input_tokens", "output_tokens", "cost", "seconds"] as const),
];
type Row = Partial<Record<(typeof columns)[number], string | number | null>>;

function cellRows({ cell, benchmarks, ...taken }: CellOutcome): Row[] {
  return [...benchmarks].map(([benchmark, outcomes]) => {
    const share = (when: "before" | "after") =>
      outcomes.filter((outcome) => outcome[when]).length / outcomes.length;
    const [before, after] = [share("before"), share("after")];
    return {
      row: "cell",
      variation: cell.variation,
      seed: cell.seed,
      benchmark,
      problems: outcomes.length,
      before,
      after,
      gain: after - before,
      ...takenColumns(taken),
    };
  });
}

function variationRow(score: Score, taken: ExperimentResults["costs"][0] | undefined): Row {
  const { after, gain, margin } = score;
  return {
    row: "variation",
    variation: score.variation,
    seed: score.seeds.join(" "),
    benchmark: score.benchmark,
    problems: score.problems,
    before: score.before,
    after: after.value,
    after_low: after.interval.low,
    after_high: after.interval.high,
    gain: gain.value,
    gain_low: gain.interval.low,
    gain_high: gain.interval.high,
    margin: margin?.value ?? null,
    margin_low: margin?.interval.low ?? null,
    margin_high: margin?.interval.high ?? null,
    p: margin?.pValue ?? null,
    p_holm: margin?.adjustedPValue ?? null,
    ...(taken ? takenColumns(taken) : {}),
  };
}

type Taken = Pick<
  ExperimentResults["costs"][0],
  "examples" | "calls" | "newCalls" | "inputTokens" | "outputTokens" | "cost" | "seconds"
>;

const takenColumns = (taken: Taken): Row => ({
  examples: taken.examples,
  calls: taken.calls,
  new_calls: taken.newCalls,
  input_tokens: taken.inputTokens,
  output_tokens: taken.outputTokens,
  cost: taken.cost,
  seconds: taken.seconds,
});
