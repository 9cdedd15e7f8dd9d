import { amountText, sameAmount } from "../amounts.ts";
import type { Calculation } from "../calculation.ts";
import type { AnswerCause, Finding } from "../cause.ts";
import { reachesAnswer } from "../progress.ts";

export const noFinalAnswer: AnswerCause = ({ finalAnswer }) =>
  finalAnswer === null
    ? { keyphrase: "gave no final answer", detail: "No number could be read as the answer." }
    : null;

/** The right answer is among the results, and is not the one given. */
export const answerPassed: AnswerCause = (situation, progress) => {
  const { answer, finalAnswer, attempt } = situation;
  const found = attempt.calculations.find((calculation) => reachesAnswer(calculation, progress, situation));
  if (!found || answer === null || finalAnswer === null) return null;
  return found === attempt.calculations.at(-1)
    ? otherThanResult(found, finalAnswer)
    : {
        keyphrase: "went on after the right result",
        detail: `${amountText(answer)} was already the answer.`,
      };
};

export const copiedAnswer: AnswerCause = ({ finalAnswer, questionNumbers, attempt }) => {
  if (finalAnswer === null) return null;
  const isGiven = questionNumbers.some(({ value }) => sameAmount(value, finalAnswer));
  if (!isGiven || attempt.calculations.some(({ result }) => isAnswer(result, finalAnswer))) return null;
  return {
    keyphrase: "copied a number of the question as the answer",
    detail: `${amountText(finalAnswer)} is given in the question.`,
  };
};

export const noCalculation: AnswerCause = ({ attempt }) =>
  attempt.calculations.length === 0
    ? { keyphrase: "answered without a calculation", detail: "No calculation could be read." }
    : null;

export const answerNotResult: AnswerCause = ({ attempt, finalAnswer }) => {
  const last = attempt.calculations.at(-1);
  if (!last || finalAnswer === null || isAnswer(last.result, finalAnswer)) return null;
  return otherThanResult(last, finalAnswer);
};

/** Whether a result is given as the answer. A debt of -40 dollars is given as 40. */
function isAnswer(result: number, finalAnswer: number): boolean {
  return sameAmount(result, finalAnswer) || sameAmount(-result, finalAnswer);
}

function otherThanResult({ result }: Calculation, finalAnswer: number): Finding {
  return {
    keyphrase: "gave another number than its result as the answer",
    detail: `The last result is ${amountText(result)}, the answer given ${amountText(finalAnswer)}.`,
  };
}
