import type { Instructor } from "../../src/instructors/instructor.ts";
import { createLlmInstructor } from "../../src/instructors/llm/index.ts";
import { AiSdkSettings, modelSource } from "../../src/models/ai-sdk/index.ts";
import { type Teacher, type TeacherModelOptions, teacherModel } from "./teacher-model.ts";

/** A model that is paid for, as a configuration names it, and its price in US dollars for a million tokens. */
export const paidModel = { kind: "openai", model: "gpt-4o" };
export const prices = { "gpt-4o": { input: 0, output: 1 } };

/** Of every answer, and what it costs by that price. */
export const outputTokens = 1000;
export const dollarsPerCall = outputTokens / 1e6;

/** The id under which the price of a model is looked up. */
export const idOfModel = (settings: object): string => modelSource(AiSdkSettings.parse(settings), {}).id;

/** An instructor whose language model has a price and says what a teacher says. */
export const paidInstructor = (teacher: Teacher, options: TeacherModelOptions = {}): Instructor =>
  createLlmInstructor({
    model: teacherModel(teacher, {
      id: idOfModel(paidModel),
      usage: { inputTokens: 100, outputTokens },
      ...options,
    }),
    protocol: "sei",
  });
