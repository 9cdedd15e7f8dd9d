import type { SolutionRequest } from "../instructor.ts";
import { answerFormOf, answerFormSentences } from "./answer-form.ts";
import { numericSeed } from "./seed.ts";
import type { WritingSurroundings } from "./surroundings.ts";
import { isRefusal, unusable } from "./unusable.ts";

/** The instructor solves a problem that it has not seen the solution of. */
export async function solve(
  { model, prompts, protocol }: WritingSurroundings,
  { question, like, seed }: SolutionRequest,
  signal?: AbortSignal,
): Promise<string> {
  const answerForm = answerFormSentences[answerFormOf([like])];
  const { text, finishReason } = await model.generate(
    {
      prompt: prompts.fill("solve", { question, answerForm }),
      maxOutputTokens: protocol.maxOutputTokens.solve,
      temperature: protocol.temperature.solve,
      seed: numericSeed(seed),
    },
    signal,
  );
  if (finishReason === "refusal" || isRefusal(text)) throw unusable("refused", text);
  if (finishReason === "length") throw unusable("truncated", text);
  if (text.trim() === "") throw unusable("empty", text);
  return text;
}
