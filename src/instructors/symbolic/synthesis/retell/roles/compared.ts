import type { Term } from "../../chain/calculation.ts";
import { firstOf, type HoldingSlot, type Story } from "../story.ts";
import { isOwnNumber, place, placeShare, step } from "../telling.ts";
import { fractions, percents, range } from "../value.ts";
import { fewerWord, fractionOf, moreWord, shareWord, timesOf } from "../words.ts";
import { compare, compareBack } from "./comparison.ts";
import type { Role } from "./role.ts";
import { shareOf } from "./share-of.ts";
import { bothOrders } from "./stated.ts";

const asManyAs = "{A} <obtain> {k} {asMany} as {other}.";
const differentFrom = "{A} <obtain> {d} than {other}.";

/** How often a comparison is told from the side of what is sought. */
const forwards = 0.6;

/** "Ben picked three times as many apples as Ann." */
export const timesAsMany: Role = (story, task) => {
  if (task.calculation.kind !== "product") return null;
  const attempts = bothOrders(task.calculation.operands).map(([factor, base]) => () => {
    if (!mayScale(story, factor) || !place(story, factor, [2, 2, 3, 3, 4, 5])) return null;
    return compare(story, task, { base, template: asManyAs, words: () => ({ k: timesOf(factor) }) });
  });
  return firstOf(story, attempts);
};

/** "Ben picked half as many apples as Ann", or the other way round: "Ann picked twice as many apples as Ben." */
export const fractionAsMany: Role = (story, task) => {
  if (task.calculation.kind !== "quotient") return null;
  const [base, divisor] = task.calculation.operands;
  if (!mayScale(story, divisor) || !place(story, divisor, [2, 2, 3, 4, 5])) return null;
  return story.random.next() < forwards
    ? compare(story, task, { base, template: asManyAs, words: () => ({ k: fractionOf(divisor) }) })
    : compareBack(story, task, { base, template: "{k} {asMany} as", words: () => ({ k: timesOf(divisor) }) });
};

/** Any number may scale, but one that counted in the source had better count again. */
function mayScale(story: Story, term: Term): boolean {
  if (!isOwnNumber(story, term) || term.kind !== "number") return false;
  return story.graph.numbers[term.number]!.form === "factor" || story.random.next() < 0.2;
}

/** "Ben picked 5 more apples than Ann." */
export const moreThan: Role = (story, task) => {
  const { calculation, slot } = task;
  if (calculation.kind !== "sum" || calculation.operands.length !== 2) return null;
  const attempts = bothOrders(calculation.operands as [Term, Term]).map(([difference, base]) => () => {
    if (!isOwnNumber(story, difference) || !place(story, difference, differences(slot))) return null;
    return compare(story, task, {
      base,
      template: differentFrom,
      words: ({ variety }) => ({ d: moreWord(difference, slot.unit, variety) }),
    });
  });
  return firstOf(story, attempts);
};

/** "Ben picked 5 fewer apples than Ann", or the other way round: "Ann picked 5 more apples than Ben." */
export const fewerThan: Role = (story, task) => {
  const { calculation, slot } = task;
  if (calculation.kind !== "difference") return null;
  const [base, difference] = calculation.operands;
  if (!isOwnNumber(story, difference) || !place(story, difference, differences(slot))) return null;
  return story.random.next() < forwards
    ? compare(story, task, {
        base,
        template: differentFrom,
        words: ({ variety }) => ({ d: fewerWord(difference, slot.unit, variety) }),
      })
    : compareBack(story, task, {
        base,
        template: "{d} than",
        words: ({ variety }) => ({ d: moreWord(difference, slot.unit, variety) }),
      });
};

/** "Ben picked 40% as many apples as Ann." */
export const shareAsMany: Role = (story, task) => {
  if (task.calculation.kind !== "share") return null;
  const [share, base] = task.calculation.operands;
  if (!placeShare(story, share, { percent: percents, fraction: fractions })) return null;
  return compare(story, task, { base, template: asManyAs, words: () => ({ k: shareWord(share) }) });
};

/** "Ben picked 20% more apples than Ann", where the chain computes the 20% and adds them (or takes them away). */
export const shareMoreOrFewer: Role = (story, task) => {
  const { calculation, slot } = task;
  const { kind, operands } = calculation;
  if ((kind !== "sum" && kind !== "difference") || operands.length !== 2) return null;
  const [base, part] = operands as [Term, Term];
  const portion = shareOf(story, part, base);
  // "Two thirds more" is hard to read: a fraction of the source becomes a percentage here.
  if (!portion || !placeShare(story, portion.share, { percent: percents, fraction: percents })) return null;
  const words = { share: shareWord(portion.share) };
  return compare(story, task, {
    base,
    template: `{A} <obtain> {share} ${comparative(slot, kind)} than {other}.`,
    words: () => words,
    before: (own) =>
      step(
        story,
        portion.index,
        slot.unit,
        own,
        ["The difference is {calc}.", "{share} of that is {calc}."],
        words,
      ),
  });
};

function comparative({ unit }: HoldingSlot, kind: "sum" | "difference"): string {
  if (unit.kind === "money") return kind === "sum" ? "more" : "less";
  return kind === "sum" ? "more {units}" : "fewer {units}";
}

function differences({ unit }: HoldingSlot): readonly number[] {
  const typical = unit.amounts[Math.floor(unit.amounts.length / 2)]!;
  return range(2, Math.max(6, Math.round(typical * 0.6)));
}
