import type { Generation, GenerationRequest, LanguageModel } from "../../src/models/language-model.ts";

export type Answer = Pick<Generation, "text"> & Partial<Generation>;

/** What is said to each prompt. */
export type Teacher = (request: GenerationRequest) => Answer;

/** A language model that says what a teacher says, and to its end where that says no other. */
export const teacherModel = (
  teacher: Teacher,
  {
    id = "teacher",
    usage = { inputTokens: 5, outputTokens: 7 },
  }: Partial<Pick<Generation, "usage">> & { id?: string } = {},
): LanguageModel => ({
  id,
  concurrency: 4,
  generate: async (request) => ({ finishReason: "stop", usage, ...teacher(request) }),
});
