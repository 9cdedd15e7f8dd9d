import type { Instructor } from "../instructors/instructor.ts";
import type { LanguageModel } from "../models/language-model.ts";
import { cacheResponses } from "./response-cache.ts";
import type { RunStore } from "./run-store.ts";

/** The instructor as each step calls it: what its language model answers is stored, and asked for once. */
export function instructorOfSteps(
  instructor: Instructor,
  store: RunStore,
  limit: (model: LanguageModel) => LanguageModel = (model) => model,
): (step: string) => Instructor {
  const askingThrough = instructor.askingThrough?.bind(instructor);
  if (!askingThrough) return () => instructor;
  const cached = new Map<LanguageModel, (step: string) => LanguageModel>();
  const cachedOnce = (model: LanguageModel) => {
    const known = cached.get(model) ?? cacheResponses(limit(model), store);
    cached.set(model, known);
    return known;
  };
  return (step) => askingThrough((model) => cachedOnce(model)(step));
}
