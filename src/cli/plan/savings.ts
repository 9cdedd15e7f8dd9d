import type { Step } from "../../engine/recipe.ts";
import type { StrategyName } from "../../stages/select/strategies/index.ts";

const fewerTrials =
  "`stages.select.devBad` and `devGood` (dev cases of each kind) and `stages.synthesize.problems` make it smaller in proportion";
const fewerDevProblems =
  "It asks for an answer to every dev problem, and for nothing else: a `limit` on the dev problems makes it smaller.";

/** What makes a selection smaller. A strategy that asks nothing has nothing to save. */
const ofSelection: Readonly<Record<StrategyName, string>> = {
  exact: `It shows every new problem before every dev case: ${fewerTrials}; \`stages.select.strategy: racing\` takes 15 % of them.`,
  racing: `It shows new problems before dev cases where that decides: ${fewerTrials}, and so does \`stages.select.evaluations\`.`,
  loss: fewerDevProblems,
  less: fewerDevProblems,
  diversity: "",
  random: "",
};

const ofStages: Readonly<Record<string, string>> = {
  synthesize:
    "`stages.synthesize.problems` makes it smaller, and so does `stages.synthesize.verify: recompute` where votes are asked for.",
  "diagnose-benchmarks":
    "A `limit` on the benchmarks makes it smaller; `stages.diagnose-benchmarks.enabled: false` leaves it out.",
  evaluate: "A `limit` on the benchmarks makes it smaller.",
  "self-correction": "`stages.forced-prefixes.problems` makes it smaller, and 0 leaves it out.",
  "forced-prefixes": "`stages.forced-prefixes.problems` makes it smaller, and 0 leaves it out.",
  dialogues: "`stages.dialogues.problems` makes it smaller.",
  converse:
    "`stages.dialogues.problems` makes it smaller, and `data.mathchat.limit` where MathChat is asked.",
  "analyse-mistakes": "`stages.sample.samples` makes it smaller, and so does a `limit` on the seeds.",
  "collect-errors":
    "`stages.collect-errors.injectionsPerProblem` makes it smaller, and so does a `limit` on the seeds.",
  "fix-and-continue": "`stages.collect-errors.injectionsPerProblem` makes it smaller.",
  "fresh-and-restart": "`stages.collect-errors.injectionsPerProblem` makes it smaller.",
  attempt: "A `limit` on the seeds makes it smaller.",
  diagnose: "A `limit` on the seeds makes it smaller.",
};

/** What makes a step smaller, in a sentence; empty where nothing does. */
export function savingsOf({ stage, settings }: Pick<Step, "stage" | "settings">): string {
  if (stage.name !== "select") return ofStages[stage.name] ?? "";
  return ofSelection[(settings as { strategy: StrategyName }).strategy];
}
