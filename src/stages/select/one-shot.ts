import { contentKey } from "../../foundation/content-key.ts";
import { mean } from "../../foundation/statistics.ts";
import type { LanguageModel } from "../../models/language-model.ts";
import { attemptProblem } from "../attempt-problems.ts";
import { awaitAll } from "../await-all.ts";
import type { Item, StageContext } from "../stage.ts";
import type { Trials } from "./strategy.ts";

/** One-shot results of a candidate: one entry a dev case. */
interface OneShotResults {
  right: boolean[];
}

/** Shows candidates as the one worked example before dev cases: the items of a stage. */
export async function tryOneShot(
  context: StageContext,
  model: LanguageModel,
  trials: readonly Trials[],
  maxOutputTokens: number,
): Promise<(boolean[] | null)[]> {
  const keyOf = caseKeys();
  const items = trials.map(
    (given): Item<Trials> => ({
      id: given.round === undefined ? given.candidate.id : `${given.candidate.id}/round-${given.round}`,
      key: [
        given.candidate.question,
        given.candidate.solution,
        keyOf(given.cases),
        model.id,
        maxOutputTokens,
      ],
      input: given,
    }),
  );
  // One candidate more than fills the model, so that it is not idle while another ends.
  const casesEach = trials.length === 0 ? 1 : mean(trials.map(({ cases }) => cases.length));
  const concurrency = Math.ceil(model.concurrency / Math.max(1, casesEach)) + 1;
  const outcomes = await context.each(
    items,
    concurrency,
    async ({ candidate, cases }): Promise<OneShotResults> => {
      const attempts = await awaitAll(
        cases.map(({ problem }) =>
          attemptProblem(context.services, model, problem, maxOutputTokens, context.signal, candidate),
        ),
      );
      return { right: attempts.map(({ verdict }) => verdict === "right") };
    },
  );
  return outcomes.map((outcome) => (outcome.state === "done" ? outcome.output.right : null));
}

/** Content keys of lists of cases; a list that many candidates share is read once. */
function caseKeys(): (cases: Trials["cases"]) => string {
  const keys = new Map<Trials["cases"], string>();
  return (cases) => {
    const known = keys.get(cases);
    if (known !== undefined) return known;
    const key = contentKey(cases.map(({ problem: { id, question, answer } }) => [id, question, answer]));
    keys.set(cases, key);
    return key;
  };
}
