import type { RunStore, StoredStep } from "../../engine/run-store.ts";
import { givenStep } from "../../engine/run-view.ts";
import type { TrainedText } from "../overlap/measure-overlap.ts";

/** What every arm trained on, as question and solution: all iterations together, each example once. */
export function trainedTextsOf(
  store: RunStore,
  steps: readonly StoredStep[],
): { armId: string; texts: TrainedText[] }[] {
  const questions = questionsOf(store, steps);
  const makers = steps.filter(({ state }) => state === "done");
  return [...Map.groupBy(makers, ({ line }) => line)].flatMap(([armId, own]) => {
    const texts = own
      .flatMap(({ id }) => store.artifacts(id, "trainingExamples"))
      .map(({ id, prompt, completion, sources }) => ({
        id,
        // What was made from no problem of the run is known by its prompt alone.
        question: questions.get(sources[0] ?? "") ?? prompt,
        solution: completion,
      }));
    return texts.length > 0 ? [{ armId, texts }] : [];
  });
}

/** The question of every problem that an example can be made from. */
function questionsOf(store: RunStore, steps: readonly StoredStep[]): ReadonlyMap<string, string> {
  const problems = [
    ...store.artifacts(givenStep, "seedProblems"),
    ...steps.flatMap(({ id }) => store.artifacts(id, "syntheticProblems")),
  ];
  return new Map(problems.map(({ id, question }) => [id, question]));
}
