import type { FollowUpRequest, ProblemDraft } from "../instructor.ts";
import { answerFormOf, answerFormSentences } from "./answer-form.ts";
import { askForDrafts } from "./ask-for-drafts.ts";
import type { WritingSurroundings } from "./surroundings.ts";

/** The instructor writes two questions that go on from a solved problem, in the manner of MathChat (papers' section 2.6). */
export function followUps(
  surroundings: WritingSurroundings,
  { problem: { question, solution }, seed }: FollowUpRequest,
  signal?: AbortSignal,
): Promise<ProblemDraft[]> {
  const answerForm = answerFormSentences[answerFormOf([solution])];
  const prompt = surroundings.prompts.fill("follow-up", { question, solution, answerForm });
  return askForDrafts(surroundings, { prompt, seed }, signal);
}
