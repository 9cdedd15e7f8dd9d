import type { Generation, GenerationRequest, LanguageModel } from "../../src/models/language-model.ts";

export type Answer = Pick<Generation, "text"> & Partial<Generation>;

/** What is said to each prompt. */
export type Teacher = (request: GenerationRequest) => Answer;

export interface TeacherModelOptions {
  id?: string;
  /** Of every answer. */
  usage?: Generation["usage"];
}

/** A language model that says what a teacher says, as an answer that ends by itself where that says nothing else. */
export const teacherModel = (
  teacher: Teacher,
  { id = "teacher", usage = { inputTokens: 5, outputTokens: 7 } }: TeacherModelOptions = {},
): LanguageModel => ({
  id,
  concurrency: 4,
  generate: async (request) => ({ finishReason: "stop", usage, ...teacher(request) }),
});
