import type { Case } from "../../../../domain/attempt.ts";
import { diagnose } from "../../diagnose.ts";
import type { Keyphrase } from "../../taxonomy.ts";

/** A problem, a wrong attempt at it, and what the diagnosis must say. */
export type Example = [
  keyphrase: Keyphrase,
  example: {
    question: string;
    reference: string;
    answer: string;
    attempt: string;
    /** First wrong step, from 0; null where the mistake has none. */
    step: number | null;
  },
];

export function diagnoseExample([, example]: Example): [keyphrase: string, firstWrongStep: number | null] {
  const { keyphrase, firstWrongStep } = diagnose(badCase(example));
  return [keyphrase, firstWrongStep];
}

export function badCase(example: {
  question: string;
  reference: string;
  answer: string;
  attempt: string;
}): Case {
  const { question, reference: solution, answer, attempt: output } = example;
  return {
    problem: { id: "p", question, solution, answer },
    attempt: { problemId: "p", output, prediction: null, verdict: "wrong", how: "" },
  };
}

export const eggs = {
  question: "Ada has 40 eggs. She sells 12 eggs and shares the rest among 7 friends. How many does each get?",
  reference: "She keeps 40 - 12 = 28 eggs.\nEach gets 28 / 7 = 4 eggs.",
  answer: "4",
};
export const boxes = {
  question: "Ben has 6 boxes of 15 pens and 4 bags of 9 pens. How many pens does he have?",
  reference: "The boxes hold 6 * 15 = 90 pens.\nThe bags hold 4 * 9 = 36 pens.\nHe has 90 + 36 = 126 pens.",
  answer: "126",
};
export const coat = {
  question: "A coat costs 80 dollars. It is sold 20% off. What do 3 coats cost?",
  reference:
    "The discount is 80 * 20% = 16 dollars.\nA coat costs 80 - 16 = 64 dollars.\n3 coats cost 64 * 3 = 192 dollars.",
  answer: "192",
};
export const film = {
  question: "Cleo watches a film of 3 hours and walks for 25 minutes. How many minutes is that?",
  reference: "The film lasts 3 * 60 = 180 minutes.\nIn all that is 180 + 25 = 205 minutes.",
  answer: "205",
};
export const guests = {
  question: "Dora invites 11 friends. Each of them and Dora eats 4 rolls. How many rolls is that?",
  reference: "They are 11 + 1 = 12 people.\nThey eat 12 * 4 = 48 rolls.",
  answer: "48",
};
export const packs = {
  question: "27 pupils need 2 sticks each. Sticks come in packs of 8. How many packs must be bought?",
  reference: "They need 27 * 2 = 54 sticks.\nThat is 54 / 8 = 6.75 packs, so 7.",
  answer: "7",
};
export const growth = {
  question: "A shop sold 500 caps in May and 20% more in June. How many caps did it sell in both months?",
  reference: "The increase is 500 * 20% = 100.\nIn June that is 500 + 100 = 600.\nIn all 500 + 600 = 1100.",
  answer: "1100",
};
