import { createRandom, type Random } from "../../src/foundation/random.ts";
import { decimalFraction, literalFraction } from "../../tests/grader/decimal.ts";
import { perturbationsOf } from "../../tests/grader/perturbations/index.ts";
import { rewritingsOf } from "../../tests/grader/rewritings/index.ts";
import type { Answer } from "../../tests/grader/variant.ts";

/** Two answers, and whether they are the same. */
export interface JudgedPair {
  gold: string;
  answer: string;
  equal: boolean;
  /** Decimals to which numbers are to be compared, where a case asks for that. */
  precision?: number | undefined;
  /** Whether both are answers alone, without text or dollars that would have to stand around LaTeX. */
  bare: boolean;
}

/** Reference answers that are numbers, and those that need algebra: expressions, sets, matrices, equations. */
export function splitByKind(answers: readonly Answer[]): { numeric: Answer[]; symbolic: Answer[] } {
  const numeric = answers.filter(isNumber);
  const isAlgebra = ({ shape: { kind } }: Answer) =>
    ["scalar", "sequence", "union", "matrix", "equation"].includes(kind);
  return { numeric, symbolic: answers.filter((answer) => isAlgebra(answer) && !isNumber(answer)) };
}

function isNumber({ shape }: Answer): boolean {
  if (shape.kind === "marked") return decimalFraction(shape.text) !== null;
  return (
    shape.kind === "scalar" && (decimalFraction(shape.text) !== null || literalFraction(shape.text) !== null)
  );
}

/** Answers beside a rewriting of themselves, and as many beside another answer like them. */
export function pairsOf(answers: readonly Answer[], count: number, seed: string): JudgedPair[] {
  const random = createRandom(seed);
  const pairs = random
    .sample(answers, count)
    .flatMap((answer) => [
      ...pairWith(answer, rewritingsOf(answer, random, 10), true, random),
      ...pairWith(answer, perturbationsOf(answer, random), false, random),
    ]);
  return random.shuffle(pairs).slice(0, count);
}

function pairWith(
  answer: Answer,
  variants: readonly { text: string }[],
  equal: boolean,
  random: Random,
): JudgedPair[] {
  return variants.length === 0
    ? []
    : [{ gold: answer.text, answer: random.pick(variants).text, equal, bare: true }];
}
