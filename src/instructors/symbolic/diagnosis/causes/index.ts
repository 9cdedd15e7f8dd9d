import type { AnswerCause, Cause } from "../cause.ts";
import { answerNotResult, answerPassed, copiedAnswer, noCalculation, noFinalAnswer } from "./answer.ts";
import { slipInAnyCalculation, slipInRightCalculation } from "./arithmetic-slip.ts";
import { countedTwice, offByOne, repeatedCalculation } from "./counting.ts";
import { missingStep, numberLeftOut } from "./missing-step.ts";
import {
  complement,
  percentageAsAmount,
  percentageOfPart,
  wrongBase,
  wrongPercentage,
} from "./percentage.ts";
import { notRounded, roundedTheWrongWay } from "./rounding.ts";
import { numberTooMany, wentOn } from "./too-much.ts";
import { partMissing, regroupingUnfinished, stoppedEarly } from "./unfinished.ts";
import {
  answerInAnotherUnit,
  conversionReversed,
  needlessConversion,
  unitNotConverted,
  wrongConversionFactor,
} from "./unit.ts";
import { copiedWrongly, inventedNumber, unrelatedNumbers, wrongNumber } from "./wrong-number.ts";
import { otherOperation, wrongOperation } from "./wrong-operation.ts";

/** What can be wrong with a calculation. The first that applies is the cause: the telling ones stand before the general. */
export const calculationCauses: readonly Cause[] = [
  slipInRightCalculation,
  wentOn,
  conversionReversed,
  wrongConversionFactor,
  percentageAsAmount,
  percentageOfPart,
  wrongBase,
  wrongOperation,
  unitNotConverted,
  complement,
  wrongPercentage,
  offByOne,
  partMissing,
  missingStep,
  needlessConversion,
  copiedWrongly,
  inventedNumber,
  countedTwice,
  numberLeftOut,
  numberTooMany,
  otherOperation,
  wrongNumber,
  repeatedCalculation,
  slipInAnyCalculation,
  regroupingUnfinished,
  unrelatedNumbers,
];

/** What can be wrong with an answer where every calculation is on a correct way, in the same order. */
export const answerCauses: readonly AnswerCause[] = [
  noFinalAnswer,
  answerPassed,
  copiedAnswer,
  noCalculation,
  notRounded,
  roundedTheWrongWay,
  answerInAnotherUnit,
  answerNotResult,
  stoppedEarly,
];
