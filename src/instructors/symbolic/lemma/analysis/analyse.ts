import type { MistakeAnalysis } from "../../../../domain/mistake-analysis.ts";
import { UnusableAnswerError } from "../../../../foundation/errors.ts";
import { readWorkedSolution, splitSteps, stepAt } from "../../../../mathematics/index.ts";
import type { AnalysisRequest } from "../../../mistake-instructor.ts";
import { diagnose } from "../../diagnose.ts";
import type { Keyphrase } from "../../taxonomy.ts";
import { labelOfKeyphrase } from "./label-of-keyphrase.ts";

/**
 * The first wrong step of a solution and its label, by the diagnosis of its text alone. A wrong answer after right
 * calculations is a mistake of the last step, which states it.
 *
 * @throws UnusableAnswerError where nothing of the solution can be compared with the reference
 */
export function analyse({
  problem,
  solution,
}: AnalysisRequest): Pick<MistakeAnalysis, "label" | "firstWrongStep" | "explanation"> {
  const attempt = {
    problemId: problem.id,
    output: solution,
    prediction: null,
    verdict: "wrong",
    how: "",
  } as const;
  const { keyphrase, firstWrongStep, explanation } = diagnose({ problem, attempt });
  const label = labelOfKeyphrase[keyphrase as Keyphrase];
  if (label === null) throw new UnusableAnswerError(`no mistake can be named: ${keyphrase}`);
  return {
    label,
    firstWrongStep: textStepOf(solution, firstWrongStep),
    explanation: `${keyphrase}. ${explanation}`,
  };
}

/** The step of the text that holds a calculation, or the last one, which states the answer. */
function textStepOf(solution: string, calculation: number | null): number {
  const steps = splitSteps(solution);
  if (calculation === null) return Math.max(0, steps.length - 1);
  const { line, expression } = readWorkedSolution(solution).steps[calculation]!;
  const before = solution.split("\n").slice(0, line);
  const startOfLine = before.reduce((length, { length: own }) => length + own + 1, 0);
  return stepAt(steps, startOfLine + expression.start);
}
