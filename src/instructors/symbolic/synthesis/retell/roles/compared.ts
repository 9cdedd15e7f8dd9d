import type { Term } from "../../chain/calculation.ts";
import { termKey, usesOf } from "../../chain/calculation.ts";
import { type Dimension, differenceOf, otherWord, settle, siblings } from "../bearers.ts";
import type { Words } from "../sentence.ts";
import type { Bearer, HoldingSlot, Story, Told } from "../story.ts";
import { firstOf } from "../story.ts";
import { isOwnNumber, isUsedUp, place, placeShare, say, step } from "../telling.ts";
import { fractions, percents, range } from "../value.ts";
import type { Template } from "../vocabulary.ts";
import { fewerWord, fractionOf, moreWord, shareWord, timesOf } from "../words.ts";
import { obtained } from "./amounts.ts";
import type { Role, Task } from "./role.ts";
import { bothOrders } from "./stated.ts";

/** "Ben picked three times as many apples as Ann." */
export const timesAsMany: Role = (story, task) => {
  if (task.calculation.kind !== "product") return null;
  return firstOf(
    story,
    bothOrders(task.calculation.operands).map(([factor, base]) => () => {
      if (!mayScale(story, factor) || !place(story, factor, [2, 2, 3, 3, 4, 5])) return null;
      return compare(story, task, base, ["{A} <obtain> {k} {asMany} as {other}."], { k: timesOf(factor) });
    }),
  );
};

/** Any number may scale, but one that counted in the source had better count again. */
function mayScale(story: Story, term: Term): boolean {
  if (!isOwnNumber(story, term) || term.kind !== "number") return false;
  return story.graph.numbers[term.number]!.form === "factor" || story.random.next() < 0.2;
}

/** "Ben picked half as many apples as Ann", or the other way round: "Ann picked twice as many apples as Ben." */
export const fractionAsMany: Role = (story, task) => {
  if (task.calculation.kind !== "quotient") return null;
  const [base, divisor] = task.calculation.operands;
  if (!mayScale(story, divisor) || !place(story, divisor, [2, 2, 3, 4, 5])) return null;
  return story.random.next() < 0.6
    ? compare(story, task, base, ["{A} <obtain> {k} {asMany} as {other}."], { k: fractionOf(divisor) })
    : compareBack(
        story,
        task,
        base,
        ["This <be/1> {k} {asMany} as {A} <obtain>.", "That <be/1> {k} {asMany} as {A} <obtain>."],
        {
          k: timesOf(divisor),
        },
      );
};

/** "Ben picked 5 more apples than Ann." */
export const moreThan: Role = (story, task) => {
  if (task.calculation.kind !== "sum" || task.calculation.operands.length !== 2) return null;
  const [first, second] = task.calculation.operands as [Term, Term];
  return firstOf(
    story,
    bothOrders([first, second]).map(([difference, base]) => () => {
      if (!isOwnNumber(story, difference) || !place(story, difference, differences(task.slot))) return null;
      const d = moreWord(difference, task.slot.unit, task.slot.bearer.variety);
      return compare(story, task, base, ["{A} <obtain> {d} than {other}."], { d });
    }),
  );
};

/** "Ben picked 5 fewer apples than Ann", or the other way round: "Ann picked 5 more apples than Ben." */
export const fewerThan: Role = (story, task) => {
  if (task.calculation.kind !== "difference") return null;
  const [base, difference] = task.calculation.operands;
  const { unit, bearer } = task.slot;
  if (!isOwnNumber(story, difference) || !place(story, difference, differences(task.slot))) return null;
  return story.random.next() < 0.6
    ? compare(story, task, base, ["{A} <obtain> {d} than {other}."], {
        d: fewerWord(difference, unit, bearer.variety),
      })
    : compareBack(
        story,
        task,
        base,
        ["This <be/1> {d} than {A} <obtain>.", "That <be/1> {d} than {A} <obtain>."],
        {
          d: moreWord(difference, unit, bearer.variety),
        },
      );
};

/** "Ben picked 40% as many apples as Ann." */
export const shareAsMany: Role = (story, task) => {
  if (task.calculation.kind !== "share") return null;
  const [share, base] = task.calculation.operands;
  if (!placeShare(story, share, { percent: percents, fraction: fractions })) return null;
  return compare(story, task, base, ["{A} <obtain> {k} {asMany} as {other}."], { k: shareWord(share) });
};

/** "Ben picked 20% more apples than Ann", where the chain computes the 20% and adds them (or takes them away). */
export const shareMoreOrFewer: Role = (story, task) => {
  const { calculation, slot } = task;
  if (calculation.kind !== "sum" && calculation.kind !== "difference") return null;
  if (calculation.operands.length !== 2) return null;
  const [base, part] = calculation.operands as [Term, Term];
  const shareOfBase = shareOf(story, part, base);
  // "Two thirds more" is hard to read: a fraction of the source becomes a percentage here.
  if (!shareOfBase || !placeShare(story, shareOfBase.share, { percent: percents, fraction: percents }))
    return null;
  const more = calculation.kind === "sum";
  const comparative =
    slot.unit.kind === "money" ? (more ? "more" : "less") : `${more ? "more" : "fewer"} {units}`;
  const words = { share: shareWord(shareOfBase.share) };
  return compare(story, task, base, [`{A} <obtain> {share} ${comparative} than {other}.`], words, (bearer) =>
    tellPart(story, shareOfBase, slot, bearer),
  );
};

function tellPart(story: Story, { share, index }: ShareOfWhole, { unit }: HoldingSlot, bearer: Bearer): void {
  step(story, index, unit, bearer, ["The difference is {calc}.", "{share} of that is {calc}."], {
    share: shareWord(share),
  });
}

/** A calculation that takes a share of a term and serves no other purpose. */
export interface ShareOfWhole {
  readonly share: Term;
  readonly index: number;
}

export function shareOf(story: Story, part: Term, whole: Term): ShareOfWhole | null {
  if (part.kind !== "result" || usesOf(story.graph, part) > 1) return null;
  const calculation = story.graph.calculations[part.calculation]!;
  if (calculation.kind !== "share" || termKey(calculation.operands[1]) !== termKey(whole)) return null;
  return { share: calculation.operands[0], index: part.calculation };
}

/** Tells the base of a comparison, then the comparison from the side of what is sought. */
function compare(
  story: Story,
  { index, slot }: Task,
  base: Term,
  templates: readonly Template[],
  words: Words,
  before: (bearer: Bearer) => void = () => {},
): Told | null {
  const pair = tellBase(story, slot, base);
  if (!pair) return null;
  const { own, other, dimension } = pair;
  const others: Words = { other: otherWord(slot.unit, other, dimension) };
  if (!say(story, slot.unit, own, templates, { ...words, ...others })) return null;
  before(own);
  return obtained(story, index, slot.unit, own);
}

/** Tells the base of a comparison, then the comparison from the side of the base: "That was twice as many as Ann." */
function compareBack(
  story: Story,
  { index, slot }: Task,
  base: Term,
  templates: readonly Template[],
  words: Words,
): Told | null {
  // "That was ..." speaks of the sentence before it, so the base must be all that this sentence tells.
  if (base.kind === "result" || story.state.amounts.has(termKey(base))) return null;
  const pair = tellBase(story, slot, base);
  if (pair?.dimension !== "agent") return null;
  const sentence = { ...pair.own, time: null };
  if (!say(story, slot.unit, sentence, templates, words)) return null;
  return obtained(story, index, slot.unit, pair.own);
}

interface Pair {
  own: Bearer;
  other: Bearer;
  dimension: Dimension;
}

function tellBase(story: Story, slot: HoldingSlot, base: Term): Pair | null {
  if (slot.via || slot.bearer.origin) return null;
  const known = story.state.amounts.get(termKey(base));
  return known ? pairWithKnown(story, slot, known, isUsedUp(story, base)) : pairWithNew(story, slot, base);
}

function pairWithKnown(story: Story, slot: HoldingSlot, known: Told, usedUp: boolean): Pair | null {
  if (known.unit !== slot.unit || known.state !== "fresh" || usedUp) return null;
  const own = settle(story, slot.bearer);
  const dimension = own && differenceOf(own, known.bearer);
  return own && dimension ? { own, other: known.bearer, dimension } : null;
}

function pairWithNew(story: Story, slot: HoldingSlot, base: Term): Pair | null {
  const open = slot.bearer.agent === null;
  const dimension = open
    ? story.random.pick(["agent", "agent", "agent", "time", "variety"] as const)
    : "agent";
  const pair = open
    ? siblings(story, slot, dimension, 2)
    : siblings(story, { ...slot, bearer: { ...slot.bearer, agent: null } }, "agent", 1);
  if (!pair) return null;
  const [other, own = slot.bearer as Bearer] = pair as [Bearer, Bearer?];
  const told = story.plan.holding(story, base, { unit: slot.unit, bearer: other, via: null });
  return told?.state === "fresh" ? { own, other, dimension } : null;
}

function differences({ unit }: HoldingSlot): readonly number[] {
  const typical = unit.amounts[Math.floor(unit.amounts.length / 2)]!;
  return range(2, Math.max(6, Math.round(typical * 0.6)));
}
