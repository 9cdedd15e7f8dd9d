import { amountText } from "../amounts.ts";
import type { AnswerCause } from "../cause.ts";

/** 6.75 packs where only whole ones can be bought. */
export const notRounded: AnswerCause = ({ answer, finalAnswer }) => {
  if (answer === null || finalAnswer === null) return null;
  const isWholeNeeded = Number.isInteger(answer) && !Number.isInteger(finalAnswer);
  if (!isWholeNeeded || Math.abs(answer - finalAnswer) >= 1) return null;
  return {
    keyphrase: "did not round the answer as the question needs",
    detail: `${amountText(finalAnswer)} must become ${amountText(answer)}.`,
  };
};

/** 6 packs of 6.75 where 7 are needed. */
export const roundedTheWrongWay: AnswerCause = ({ answer, finalAnswer, attempt }) => {
  const last = attempt.calculations.at(-1);
  if (!last || answer === null || finalAnswer === null || Number.isInteger(last.value)) return null;
  if (Math.abs(last.value - finalAnswer) >= 1 || Math.abs(last.value - answer) >= 1) return null;
  return {
    keyphrase: "rounded the answer the wrong way",
    detail: `${amountText(last.value)} must become ${amountText(answer)}.`,
  };
};
