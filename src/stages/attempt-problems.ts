import type { Attempt } from "../domain/attempt.ts";
import type { Problem } from "../domain/problem.ts";
import type { Grade } from "../graders/grader.ts";
import type { Generation, LanguageModel } from "../models/language-model.ts";
import type { Demonstration } from "../models/prompt-template.ts";
import type { Item, Outcome, Services, StageContext } from "./stage.ts";

/** Asks a model for its greedy solution of a problem and grades it. */
export async function attemptProblem(
  services: Pick<Services, "template" | "grader">,
  model: LanguageModel,
  problem: Problem,
  maxOutputTokens: number,
  signal: AbortSignal,
  demonstration?: Demonstration,
): Promise<Attempt> {
  const generation = await model.generate(
    {
      prompt: services.template.prompt(problem.question, demonstration),
      maxOutputTokens,
      temperature: 0,
      stop: services.template.stop,
      problemId: problem.id,
    },
    signal,
  );
  return {
    problemId: problem.id,
    output: generation.text,
    ...gradeGeneration(services.grader, generation, problem),
  };
}

/** An output without an answer is not a wrong answer: it is told apart by how it ended. */
function gradeGeneration(
  grader: Services["grader"],
  generation: Generation,
  { answer, choices }: Problem,
): Grade {
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
  itemId: (problem: P) => string = (problem) => problem.id,
): Promise<Outcome<Attempt>[]> {
  const items = problems.map(
    (problem): Item<P> => ({
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
    }),
  );
  return context.each(items, model.concurrency, (problem) =>
    attemptProblem(context.services, model, problem, maxOutputTokens, context.signal),
  );
}
