import type { ProblemDraft } from "../instructor.ts";
import { askForJson } from "./ask.ts";
import { readDrafts } from "./read-drafts.ts";
import { problemsSchema } from "./schemas.ts";
import { numericSeed } from "./seed.ts";
import type { WritingSurroundings } from "./surroundings.ts";

/**
 * Asks for new problems.
 *
 * @param seed makes another request of a prompt that shows the same once more
 * @throws UnusableAnswerError where no problems can be read from the answer
 */
export function askForDrafts(
  { model, prompts, protocol }: WritingSurroundings,
  { prompt, seed }: { prompt: string; seed: string },
  signal?: AbortSignal,
): Promise<ProblemDraft[]> {
  const question = {
    request: {
      prompt,
      jsonSchema: problemsSchema,
      maxOutputTokens: protocol.maxOutputTokens.synthesize,
      temperature: protocol.temperature.synthesize,
      seed: numericSeed(seed),
    },
    accept: readDrafts,
  };
  return askForJson(model, prompts, question, signal);
}
