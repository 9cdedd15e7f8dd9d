import { isEquivalent } from "../math/equivalence/index.ts";
import { gradeMath } from "../math/index.ts";

/** An answer to judge: `gold` and `answer` are answers alone or texts that hold one. */
export interface Question {
  readonly gold: string;
  readonly answer: string;
  readonly choices?: readonly string[];
}

export interface Judgement {
  /** null: it cannot be decided, or there is no answer to judge. */
  readonly equal: boolean | null;
  /** The rule that found the answer and the one that decided. */
  readonly how: string;
}

const longestBareAnswer = 400;

/** Whether an answer is the reference answer. A short text in which no answer is marked is taken as a whole. */
export function judgeAnswer({ gold, answer, choices }: Question): Judgement {
  const { verdict, how } = gradeMath({ output: answer, gold, ...(choices ? { choices } : {}) });
  if (verdict === "right" || verdict === "wrong") return { equal: verdict === "right", how };
  if (verdict !== "no-answer" || answer.length > longestBareAnswer) return { equal: null, how };
  const whole = isEquivalent(gold, answer.trim());
  return { equal: whole.equal, how: `whole text; ${whole.how}` };
}
