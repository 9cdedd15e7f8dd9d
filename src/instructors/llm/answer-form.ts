/** How solutions state their final answer: as the problems of GSM8K do, or as those of MATH. */
export type AnswerForm = "hash" | "boxed";

/** The sentence that asks for the form. */
export const answerFormSentences: Readonly<Record<AnswerForm, string>> = {
  hash: 'End the solution with the final answer alone on a line of its own: "#### " and then the number, without a unit.',
  boxed: "State the final answer inside \\boxed{} at the end of the solution.",
};

/** The form of the first of these solutions that has one: the target's own before the reference. */
export function firstAnswerForm(solutions: readonly string[]): AnswerForm {
  const stating = solutions.find((solution) => /\\boxed|####/.test(solution)) ?? "";
  return stating.includes("\\boxed") ? "boxed" : "hash";
}

/** The form that most of these solutions have, so that new ones are of one piece with what the target is taught. */
export function answerFormOf(solutions: readonly string[]): AnswerForm {
  const boxed = solutions.filter((solution) => solution.includes("\\boxed")).length;
  return boxed * 2 > solutions.length ? "boxed" : "hash";
}
