import type { Term } from "../../chain/calculation.ts";
import { type Bearer, firstOf, type Story, type Told } from "../story.ts";
import { isOwnNumber, place, question, remember, say, step, useUp } from "../telling.ts";
import type { Unit } from "../vocabulary.ts";
import { amountWord, moreWord } from "../words.ts";
import { ownPhrase, resultOf } from "./amounts.ts";
import type { Role } from "./role.ts";
import { bothOrders } from "./stated.ts";

/** "Later, Ann got 5 more apples from her uncle." What there is then. */
export const gained: Role = (story, { calculation, index, slot }) => {
  if (calculation.kind !== "sum" || slot.via || slot.bearer.time || slot.unit.gains.length === 0) return null;
  if (calculation.operands.length !== 2) return null;
  const attempts = bothOrders(calculation.operands as [Term, Term]).map(([whole, gain]) => () => {
    if (!isOwnNumber(story, gain)) return null;
    const told = story.plan.holding(story, whole, slot);
    if (!told || told.state === "part" || !useUp(story, whole) || !place(story, gain, slot.unit.amounts))
      return null;
    const { unit, bearer } = told;
    if (
      !say(story, unit, bearer, unit.gains, {
        more: moreWord(gain, unit, bearer.variety),
        n: amountWord(gain, unit, bearer.variety),
      })
    )
      return null;
    const steps = unit.kept
      ? ["{A} {now} <have> {calc}.", "With those, {A} <have> {calc}."]
      : ["{A} <obtain> {calc} in all."];
    step(story, index, unit, bearer, steps);
    return remember(story, resultOf(index), grown(story, unit, bearer));
  });
  return firstOf(story, attempts);
};

function grown(story: Story, unit: Unit, bearer: Bearer): Told {
  return {
    unit,
    bearer,
    state: unit.kept ? "now" : "fresh",
    phrase: ownPhrase(unit, bearer),
    ask: question(
      story,
      unit,
      bearer,
      unit.kept
        ? ["{howMany} <do> {A} have {now}?", "{howMany} <do> {A} have in the end?"]
        : ["{howMany} <do> {A} <obtain/base> in all?", "{howMany} <do> {A} <obtain/base> in total?"],
    ),
  };
}
