import type { Random } from "../../../src/foundation/random.ts";
import { extremeAnswer } from "./extremes.ts";
import { grammarAnswer } from "./grammar.ts";
import { mutate } from "./mutate.ts";

export interface FuzzOptions {
  /** Answers to start from. */
  answers: readonly string[];
  /** Characters of the longest inputs. */
  largestSize: number;
}

/**
 * A pair of inputs for a comparison of answers: LaTeX made by a grammar, mutations of real answers, and one in twenty
 * that is deep, huge or long. The second is often close to the first, so that comparing them has to go far.
 */
export function fuzzedPair({ answers, largestSize }: FuzzOptions, random: Random): [string, string] {
  const one = (): string => {
    const kind = random.next();
    if (kind < 0.05) return extremeAnswer(random, largestSize);
    return kind < 0.5 ? grammarAnswer(random) : mutate(random.pick(answers), random.pick(answers), random);
  };
  const first = one();
  const relation = random.next();
  if (relation < 0.25) return [first, one()];
  if (relation < 0.5) return [first, random.pick(answers)];
  if (relation < 0.75) return [first, `${first} `];
  return [first, mutate(first, random.pick(answers), random)];
}
