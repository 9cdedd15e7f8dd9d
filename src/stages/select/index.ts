import { z } from "zod";
import type { LanguageModel } from "../../models/language-model.ts";
import { attemptEach } from "../attempt-problems.ts";
import { casesOf } from "../cases.ts";
import { doneOutputs } from "../outcomes.ts";
import { defineStage, type StageContext, type StageResult } from "../stage.ts";
import { trainingExampleOf } from "../training-example-of.ts";
import { choose, poolsOf } from "./choose.ts";
import { drawDevSet } from "./dev-set.ts";
import { forecastSelection } from "./forecast.ts";
import { influencesOf } from "./influences.ts";
import { likelihoodsBy } from "./likelihoods.ts";
import { tryOneShot } from "./one-shot.ts";
import { type StrategyName, strategies } from "./strategies/index.ts";
import { WarmUpSettings } from "./strategies/less.ts";
import type { SelectionTask } from "./strategy.ts";

const SelectSettings = z.strictObject({
  /** How the best are found; the paper tries every candidate on every dev case (`exact`). */
  strategy: z.enum(Object.keys(strategies) as [StrategyName, ...StrategyName[]]).default("exact"),
  /** Dev cases of each kind (paper: 50 + 50). */
  devBad: z.int().nonnegative().default(50),
  devGood: z.int().nonnegative().default(50),
  keep: z.number().positive().max(1).default(0.05),
  quota: z.enum(["per-type", "none"]).default("per-type"),
  /** Whose answers are counted: the base model's (the authors' script), or the newest adapter's. */
  scorer: z.enum(["base", "adapted"]).default("base"),
  maxOutputTokens: z.int().positive().default(512),
  /** With `racing`: the most evaluations, as a share of those that `exact` makes. */
  evaluations: z.number().positive().max(1).default(0.15),
  /** With `racing`: it ends early where no larger share of the chosen is expected not to be among the best. */
  error: z.number().min(0).max(1).default(0.05),
  /** With `less`: the training at whose states gradients are taken. */
  warmUp: WarmUpSettings.prefault({}),
});
type SelectSettings = z.infer<typeof SelectSettings>;

/**
 * Keeps the synthetic problems that help most when shown to the target as a worked example
 * (SEI eq. 4 and 5; papers' section 1.6).
 */
export const select = defineStage({
  name: "select",
  version: 2,
  settings: SelectSettings,
  reads: ["syntheticProblems", "devProblems"],
  mayRead: ["adapters"],
  unread: ({ strategy, scorer }) =>
    strategies[strategy].judgesBy && scorer === "adapted" ? [] : ["adapters"],
  writes: ["selectionScores", "trainingExamples"],
  uses: ["target", "template", "grader", "trainer"],
  unused: ({ strategy }) => (strategies[strategy].judgesBy === "gradients" ? [] : ["trainer"]),
  forecast: (view, settings) => forecastSelection(view, settings),
  async run(context, settings) {
    const task = taskOf(context, settings);
    const { candidates } = task;
    const { scored, remarks } = await strategies[settings.strategy].create(settings)(task);
    const selectionScores = choose(scored, settings);
    const chosen = new Set(
      selectionScores.filter(({ selected }) => selected).map(({ problemId }) => problemId),
    );
    const unscored = candidates.length - scored.length;

    const result: StageResult = {
      artifacts: {
        selectionScores,
        trainingExamples: candidates
          .filter(({ id }) => chosen.has(id))
          .map((problem) =>
            trainingExampleOf(problem, {
              recipe: context.recipe,
              iteration: context.iteration,
              template: context.services.template,
              errorTypeId: problem.origin.errorTypeId,
              sources: problem.origin.seeds,
            }),
          ),
      },
      in: candidates.length,
      done: chosen.size,
      notDone: {
        ...(scored.length > chosen.size ? { "not among the best": scored.length - chosen.size } : {}),
        ...(unscored > 0 ? { "not scored": unscored } : {}),
      },
      ...(remarks.length > 0 ? { remarks } : {}),
    };
    return result;
  },
});

function taskOf(context: StageContext, settings: SelectSettings): SelectionTask {
  const { scorer, devBad, devGood, maxOutputTokens } = settings;
  const candidates = context.read("syntheticProblems");
  let served: Promise<LanguageModel> | null = null;
  // A strategy that asks no model has left the adapters unread.
  const model = () => {
    const adapter = scorer === "adapted" ? (context.read("adapters").at(-1) ?? null) : null;
    served ??= context.services.target.withAdapter(adapter);
    return served;
  };
  return {
    candidates,
    pools: poolsOf(
      candidates.map(({ origin }) => origin.errorTypeId),
      settings,
    ),
    seed: context.seed,
    async devSet() {
      const problems = context.read("devProblems");
      const attempts = await attemptEach(
        context,
        await model(),
        problems,
        maxOutputTokens,
        ({ id }) => `dev/${id}`,
      );
      return drawDevSet(casesOf(problems, doneOutputs(attempts)), { bad: devBad, good: devGood });
    },
    tryOneShot: async (trials) => tryOneShot(context, await model(), trials, maxOutputTokens),
    likelihoods: async () => likelihoodsBy(context, await model()),
    influences: () => influencesOf(context, candidates),
  };
}
