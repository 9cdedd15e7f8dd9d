import type { Case } from "../../domain/attempt.ts";
import { contentKey } from "../../foundation/content-key.ts";
import { ErrataError } from "../../foundation/errors.ts";
import type { LanguageModel } from "../../models/language-model.ts";
import type { Demonstration } from "../../models/prompt-template.ts";
import { awaitAll } from "../await-all.ts";
import type { Item, StageContext } from "../stage.ts";
import type { LikelihoodsAfter } from "./strategy.ts";

type Shown = Parameters<LikelihoodsAfter>[0][number];

/** Tells how likely the target finds reference solutions after examples: the items of a stage. */
export function likelihoodsBy(context: StageContext, model: LanguageModel): LikelihoodsAfter {
  const { score } = model;
  if (!score)
    throw new ErrataError(`The model ${model.id} does not tell likelihoods, which \`loss\` selects by.`, {
      advice: "Take the embedded target, or another `stages.select.strategy`.",
    });
  const { services, signal } = context;

  const likelihood = async ({ problem: { question, solution } }: Case, shown: Demonstration | undefined) => {
    const prompt = services.template.prompt(question, shown);
    const continuation = services.template.completion(solution);
    const { logLikelihood, tokens } = await score({ prompt, continuation }, signal);
    return logLikelihood / tokens;
  };

  return async (demonstrations, cases) => {
    const keyOfCases = contentKey(cases.map(({ problem }) => [problem.question, problem.solution]));
    const items = demonstrations.map(
      (shown): Item<Shown> => ({
        id: shown ? `likelihood/${shown.id}` : "likelihood",
        key: ["likelihood", shown && [shown.question, shown.solution], keyOfCases, model.id],
        input: shown,
      }),
    );
    // One more than fills the model, so that it is not idle while another ends.
    const concurrency = Math.ceil(model.concurrency / Math.max(1, cases.length)) + 1;
    const outcomes = await context.each(items, concurrency, async (shown) => ({
      likelihoods: await awaitAll(cases.map((devCase) => likelihood(devCase, shown ?? undefined))),
    }));
    return outcomes.map((outcome) => (outcome.state === "done" ? outcome.output.likelihoods : null));
  };
}
