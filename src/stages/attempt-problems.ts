import type { Attempt } from "../domain/attempt.ts";
import type { Problem } from "../domain/problem.ts";
import type { Grade, Grader } from "../graders/grader.ts";
import type { Generation, LanguageModel } from "../models/language-model.ts";
import type { Demonstration, PromptTemplate } from "../models/prompt-template.ts";
import type { Item, Outcome, Services, StageContext } from "./stage.ts";

/** Asks a model for its greedy solution of a problem and grades it. */
export async function attemptProblem(
  { template, grader }: Pick<Services, "template" | "grader">,
  model: LanguageModel,
  problem: Problem,
  maxOutputTokens: number,
  signal: AbortSignal,
  demonstration?: Demonstration,
): Promise<Attempt> {
  const generation = await solveGreedily(
    { template, model, problem, maxOutputTokens, demonstration },
    signal,
  );
  return attemptOf(problem, generation, gradeGeneration(grader, generation, problem));
}

/** A generation as the attempt at a problem that it is, with its grade. */
export function attemptOf({ id }: Problem, { text, reasoning }: Generation, grade: Grade): Attempt {
  return { problemId: id, output: text, ...(reasoning === undefined ? {} : { reasoning }), ...grade };
}

/** A problem to solve, and the model and the prompt to solve it with. */
export interface SolutionRequest {
  template: PromptTemplate;
  model: LanguageModel;
  problem: Problem;
  maxOutputTokens: number;
  demonstration?: Demonstration | undefined;
}

/** Asks a model for its greedy solution of a problem. */
export function solveGreedily(
  { template, model, problem, maxOutputTokens, demonstration }: SolutionRequest,
  signal: AbortSignal,
): Promise<Generation> {
  return model.generate(
    {
      prompt: template.prompt(problem.question, demonstration),
      maxOutputTokens,
      temperature: 0,
      stop: template.stop,
      problemId: problem.id,
    },
    signal,
  );
}

/** An output without an answer is not a wrong answer: it is told apart by how it ended. */
export function gradeGeneration(grader: Grader, generation: Generation, { answer, choices }: Problem): Grade {
  if (generation.finishReason === "refusal")
    return { prediction: null, verdict: "refused", how: "the model or its provider would not answer" };
  if (generation.text.trim() === "" && generation.finishReason === "stop")
    return { prediction: null, verdict: "empty", how: "the output is empty" };
  const grade = grader.grade(generation.text, answer, { choices, finishReason: generation.finishReason });
  if (grade.verdict !== "right" && generation.finishReason === "length") {
    return { ...grade, verdict: "truncated", how: `cut at the token limit; ${grade.how}` };
  }
  return grade;
}

/** Attempts every problem, one by one: the items of a stage. */
export function attemptEach<P extends Problem>(
  context: StageContext,
  model: LanguageModel,
  problems: readonly P[],
  maxOutputTokens: number,
  itemId?: (problem: P) => string,
): Promise<Outcome<Attempt>[]> {
  const items = attemptItems(model, problems, maxOutputTokens, itemId);
  return context.each(items, model.concurrency, (problem) =>
    attemptProblem(context.services, model, problem, maxOutputTokens, context.signal),
  );
}

/** Problems to attempt as the items of a stage, with everything that determines what a model makes of them. */
export function attemptItems<P extends Problem>(
  model: LanguageModel,
  problems: readonly P[],
  maxOutputTokens: number,
  itemId: (problem: P) => string = (problem) => problem.id,
): Item<P>[] {
  return problems.map((problem) => ({
    id: itemId(problem),
    key: [
      problem.id,
      problem.question,
      problem.answer,
      ...(problem.choices ?? []),
      model.id,
      maxOutputTokens,
    ],
    input: problem,
  }));
}
