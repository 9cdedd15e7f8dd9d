import type { MistakeAnalysis } from "../../../domain/mistake-analysis.ts";
import { UnusableAnswerError } from "../../../foundation/errors.ts";
import { splitSteps } from "../../../mathematics/text-steps.ts";
import type { AnalysisRequest } from "../../mistake-instructor.ts";
import { askForJson } from "../ask.ts";
import type { LemmaSurroundings } from "../surroundings.ts";
import { labelDefinitions } from "./label-definitions.ts";
import { readAnalysis } from "./read-analysis.ts";
import { analysisSchema } from "./schemas.ts";

/**
 * The instructor names the first wrong step of a solution and the kind of its mistake (papers' section 2.3, both passes
 * in one).
 *
 * Throws an `UnusableAnswerError` also where it finds no wrong step.
 */
export async function analyse(
  { model, prompts, protocol }: LemmaSurroundings,
  { problem, solution }: AnalysisRequest,
  signal?: AbortSignal,
): Promise<Pick<MistakeAnalysis, "label" | "firstWrongStep" | "explanation">> {
  const question = {
    request: {
      prompt: prompts.fill("analyse", {
        question: problem.question,
        solution: problem.solution,
        answer: problem.answer,
        steps: splitSteps(solution).map(({ text }, index) => ({ number: index + 1, text })),
        labels: Object.entries(labelDefinitions).map(([name, about]) => ({ name, ...about })),
      }),
      jsonSchema: analysisSchema,
      maxOutputTokens: protocol.maxOutputTokens.analyse,
      temperature: protocol.temperature.analyse,
    },
    accept: readAnalysis,
  };
  const { mistake, explanation } = await askForJson(model, prompts, question, signal);
  if (mistake === null)
    throw new UnusableAnswerError(`instructor finds no wrong step\n${explanation}`.trim());
  return { label: mistake.label, firstWrongStep: mistake.step - 1, explanation };
}
