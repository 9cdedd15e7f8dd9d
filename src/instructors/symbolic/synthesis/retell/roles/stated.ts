import type { Term } from "../../chain/calculation.ts";
import { settle } from "../bearers.ts";
import type { Word } from "../sentence.ts";
import type { HoldingSlot, Story, Told } from "../story.ts";
import { isOwnNumber, place, remember, say } from "../telling.ts";
import { range } from "../value.ts";
import { amountWord, figure, fixed, nounFor, numberOf } from "../words.ts";
import { freshAmount, obtained } from "./amounts.ts";
import type { Role } from "./role.ts";

/** "Ann picked 24 apples." */
export function stated(story: Story, term: Term, { unit, bearer: open, via }: HoldingSlot): Told | null {
  if (via) return null;
  const bearer = settle(story, open);
  if (!bearer || !place(story, term, unit.amounts)) return null;
  const { variety, origin, time } = bearer;
  const words = { n: amountWord(term, unit, variety), origin: fixed(origin ?? "") };
  const amount = freshAmount(story, unit, bearer);
  const plain = variety === null && origin === null && time === null;
  if (plain && story.random.next() < 0.25 && say(story, unit, bearer, unit.statements, words)) {
    // "There are 24 apples in Ann's basket" does not say that she picked them: it cannot be compared with what Ben picked.
    return remember(story, term, { ...amount, state: unit.kept ? "now" : "fresh" });
  }
  const general = origin === null ? "{A} <obtain> {n}." : "{A} <obtain> {n} {origin}.";
  return say(story, unit, bearer, [general], words) ? remember(story, term, amount) : null;
}

/** "Ann collected three dozen eggs." The reader knows how many that are. */
export const statedInLargerUnit: Role = (story, { calculation, index, slot }) => {
  if (calculation.kind !== "product" || slot.via || slot.bearer.origin || slot.bearer.variety) return null;
  const { unit } = slot;
  for (const [count, factor] of bothOrders(calculation.operands)) {
    const constant = constantOf(story, factor);
    const larger = unit.larger.find((candidate) => candidate.factor === constant);
    if (!larger || !isOwnNumber(story, count)) continue;
    const bearer = settle(story, slot.bearer);
    if (!bearer || !place(story, factor, [larger.factor]) || !place(story, count, range(2, 9))) return null;
    const n: Word = (voice) =>
      `${figure(numberOf(count, voice), voice)} ${nounFor(numberOf(count, voice), larger.noun)}`;
    if (!say(story, unit, bearer, ["{A} <obtain> {n}."], { n })) return null;
    return obtained(story, index, unit, bearer);
  }
  return null;
};

/** The well-known number that a term is; null for numbers of the story. */
export function constantOf(story: Story, term: Term): number | null {
  return term.kind === "number" ? story.graph.numbers[term.number]!.constant : null;
}

export function bothOrders<T>([a, b]: readonly [T, T]): [T, T][] {
  return [
    [a, b],
    [b, a],
  ];
}
