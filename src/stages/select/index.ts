import { z } from "zod";
import type { SyntheticProblem } from "../../domain/synthetic-problem.ts";
import { contentKey } from "../../foundation/content-key.ts";
import { createRandom } from "../../foundation/random.ts";
import type { LanguageModel } from "../../models/language-model.ts";
import { attemptEach, attemptProblem } from "../attempt-problems.ts";
import { awaitAll } from "../await-all.ts";
import { casesOf } from "../cases.ts";
import { doneOutputs } from "../outcomes.ts";
import { defineStage, type Item, type StageContext, type StageResult } from "../stage.ts";
import { trainingExampleOf } from "../training-example-of.ts";
import { choose } from "./choose.ts";
import { type DevSet, drawDevSet } from "./dev-set.ts";
import { forecastSelection } from "./forecast.ts";
import { type OneShotResults, type Scored, scoreOf } from "./scores.ts";

const SelectSettings = z.strictObject({
  /** `exact`: every candidate on every dev case (the paper); `random`: the control. */
  strategy: z.enum(["exact", "random"]).default("exact"),
  /** Dev cases of each kind (paper: 50 + 50). */
  devBad: z.int().nonnegative().default(50),
  devGood: z.int().nonnegative().default(50),
  keep: z.number().positive().max(1).default(0.05),
  quota: z.enum(["per-type", "none"]).default("per-type"),
  /** Whose answers are counted: the base model's (the authors' script), or the newest adapter's. */
  scorer: z.enum(["base", "adapted"]).default("base"),
  maxOutputTokens: z.int().positive().default(512),
});
type SelectSettings = z.infer<typeof SelectSettings>;

/**
 * Keeps the synthetic problems that help most when shown to the target as a worked example
 * (SEI eq. 4 and 5; papers' section 1.6).
 */
export const select = defineStage({
  name: "select",
  version: 1,
  settings: SelectSettings,
  reads: ["syntheticProblems", "devProblems"],
  mayRead: ["adapters"],
  unread: ({ strategy, scorer }) => (strategy === "exact" && scorer === "adapted" ? [] : ["adapters"]),
  writes: ["selectionScores", "trainingExamples"],
  uses: ["target", "template", "grader"],
  forecast: (view, settings) => forecastSelection(view, settings),
  async run(context, settings) {
    const candidates = context.read("syntheticProblems");
    const scored =
      settings.strategy === "random"
        ? scoreAtRandom(context, candidates)
        : await scoreOneShot(context, candidates, settings);
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
    };
    return result;
  },
});

function scoreAtRandom(context: StageContext, candidates: readonly SyntheticProblem[]): Scored[] {
  const random = createRandom(context.seed);
  return candidates.map(({ id, origin: { errorTypeId } }) => ({
    problemId: id,
    errorTypeId,
    exactMatchBad: 0,
    exactMatchGood: 0,
    score: random.next(),
    evaluations: 0,
  }));
}

async function scoreOneShot(
  context: StageContext,
  candidates: readonly SyntheticProblem[],
  settings: SelectSettings,
): Promise<Scored[]> {
  const adapter = settings.scorer === "adapted" ? (context.read("adapters").at(-1) ?? null) : null;
  const model = await context.services.target.withAdapter(adapter);
  const devProblems = context.read("devProblems");
  const devAttempts = await attemptEach(
    context,
    model,
    devProblems,
    settings.maxOutputTokens,
    ({ id }) => `dev/${id}`,
  );
  const dev = drawDevSet(casesOf(devProblems, doneOutputs(devAttempts)), {
    bad: settings.devBad,
    good: settings.devGood,
  });

  const outcomes = await scoreCandidates(context, model, candidates, dev, settings.maxOutputTokens);
  return candidates.flatMap((candidate, index) => {
    const outcome = outcomes[index]!;
    return outcome.state === "done" ? [scoreOf(candidate, outcome.output, dev)] : [];
  });
}

/** Shows each candidate as the one worked example before every dev case. */
function scoreCandidates(
  context: StageContext,
  model: LanguageModel,
  candidates: readonly SyntheticProblem[],
  dev: DevSet,
  maxOutputTokens: number,
) {
  const devCases = [...dev.bad, ...dev.good];
  const devKey = contentKey(devCases.map(({ problem: { id, question, answer } }) => [id, question, answer]));
  const items = candidates.map(
    (candidate): Item<SyntheticProblem> => ({
      id: candidate.id,
      key: [candidate.question, candidate.solution, devKey, model.id, maxOutputTokens],
      input: candidate,
    }),
  );
  // One candidate more than fills the model, so that it is not idle while another ends.
  const concurrency = Math.ceil(model.concurrency / Math.max(1, devCases.length)) + 1;
  return context.each(items, concurrency, async (candidate): Promise<OneShotResults> => {
    const attempts = await awaitAll(
      devCases.map(({ problem }) =>
        attemptProblem(context.services, model, problem, maxOutputTokens, context.signal, candidate),
      ),
    );
    return { right: attempts.map(({ verdict }) => verdict === "right") };
  });
}
