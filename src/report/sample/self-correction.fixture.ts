import type { ReportedSelfCorrection } from "../report-data.ts";

/** Two beginnings: the method turns back after both, the base model after neither. */
export function sampleSelfCorrection(): ReportedSelfCorrection {
  const benchmark = "word-problems-test";
  const problemIds = ["word-problems-test-0-0", "word-problems-test-0-1"];
  const continuationsOf = (turnsBack: boolean) =>
    problemIds.flatMap((problemId) =>
      (["wrong", "right"] as const).map((prefix) => ({
        benchmark,
        prefix,
        turnsBack,
        attempt: {
          problemId,
          output: turnsBack ? "\nWait, <that> is the wrong operation." : "\n#### 7",
          prediction: "7",
          verdict: turnsBack === (prefix === "wrong") ? ("right" as const) : ("wrong" as const),
          how: "number after ####",
        },
      })),
    );
  const labels = ["operator_error", "calculation_error"] as const;
  return {
    prefixes: problemIds.map((problemId, index) => ({
      ...{ benchmark, problemId, lastStep: 0, label: labels[index]! },
      ...{ wrong: "3 + 4 = 7 apples.", right: "3 * 4 = 12 apples." },
    })),
    models: [
      { armId: null, iteration: 0, continuations: continuationsOf(false) },
      { armId: "method", iteration: 2, continuations: continuationsOf(true) },
    ],
  };
}
