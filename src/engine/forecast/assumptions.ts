import type { Rates } from "../../stages/forecast.ts";

/** A figure that is not known: what is expected, and a range that most runs stay in. */
export type Bound = "low" | "expected" | "high";
export const bounds: readonly Bound[] = ["low", "expected", "high"];

/** What is assumed where nothing was measured: `low` makes fewer calls, and `high` more. */
export const assumedRates: Readonly<Record<Bound, Rates>> = {
  low: {
    wrongAnswers: 0.2,
    distinctKeyphrases: 0.3,
    errorTypes: 10,
    novelDrafts: 0.98,
    soundDrafts: 0.97,
    agreement: 0.98,
    wrongInjections: 0.97,
    foundLabels: 0.9,
    rightCorrections: 0.75,
  },
  expected: {
    wrongAnswers: 0.4,
    distinctKeyphrases: 0.6,
    errorTypes: 15,
    novelDrafts: 0.92,
    soundDrafts: 0.95,
    agreement: 0.9,
    wrongInjections: 0.85,
    foundLabels: 0.6,
    rightCorrections: 0.9,
  },
  high: {
    wrongAnswers: 0.7,
    distinctKeyphrases: 1,
    errorTypes: 20,
    novelDrafts: 0.75,
    soundDrafts: 0.8,
    agreement: 0.75,
    wrongInjections: 0.6,
    foundLabels: 0.35,
    rightCorrections: 0.98,
  },
};

/** By how much an output that was not measured may be shorter or longer. */
export const assumedLength: Readonly<Record<Bound, number>> = { low: 0.5, expected: 1, high: 2 };

/** Bytes of English text and formulas in a token, roughly. */
export const bytesPerToken = 4;

/** Tokens of outputs, where nothing was measured. */
export const assumedOutput = {
  /** Of an attempt, beside the reference solution: a chatted model says more than a solution does. */
  attemptPerSolution: 2,
  diagnosis: 120,
  /** Of a keyphrase, repeated in the group that holds it. */
  keyphrase: 12,
  /** Names and explanations of the types that a call makes. */
  types: 400,
  /** Of a new problem, beside its question and solution: what JSON adds. */
  draft: 20,
  /** Of a solution that is voted with or written wrong, of a correction, and of two further questions, each. */
  solvePerSolution: 2,
} as const;

/** Stands for the problems of a data set that is not here, in tokens. */
export const assumedProblem = { question: 60, solution: 120 } as const;
