import type { Term } from "../../chain/calculation.ts";
import { usesOf } from "../../chain/calculation.ts";
import { settle } from "../bearers.ts";
import { type Bearer, firstOf, type HoldingSlot, type Story, type Told } from "../story.ts";
import { isOwnNumber, place, question, remember, rule, say, step } from "../telling.ts";
import type { Unit } from "../vocabulary.ts";
import { amountWord, labelled } from "../words.ts";
import { resultOf } from "./amounts.ts";
import type { Role } from "./role.ts";
import { bothOrders } from "./stated.ts";

/** An amount that someone wants: a stated one, so many of each, or what is missing from it. */
export function wanted(story: Story, term: Term, slot: HoldingSlot): Told | null {
  if (term.kind === "number") return wantedNumber(story, term, slot);
  if (usesOf(story.graph, term) > 1) return null;
  const calculation = story.graph.calculations[term.calculation]!;
  const task = { calculation, index: term.calculation, slot };
  if (calculation.kind === "difference") return missing(story, task);
  return calculation.kind === "product"
    ? wantedOfEach(story, term.calculation, calculation.operands, slot)
    : null;
}

function wantedNumber(story: Story, term: Term, { unit, bearer: open }: HoldingSlot): Told | null {
  const bearer = settle(story, open);
  if (
    !bearer ||
    !isOwnNumber(story, term) ||
    !place(
      story,
      term,
      unit.amounts.map((amount) => amount * 3),
    )
  )
    return null;
  if (!say(story, unit, bearer, unit.needs, { n: amountWord(term, unit, null) })) return null;
  return remember(story, term, wantedAmount(story, unit, bearer));
}

/** "Ann wants to fill 6 crates with 12 apples each." */
function wantedOfEach(
  story: Story,
  index: number,
  operands: readonly [Term, Term],
  { unit, bearer: open }: HoldingSlot,
): Told | null {
  const bearer = settle(story, open);
  if (!bearer) return null;
  const links = story.random.shuffle(
    story.theme.links.filter(({ many, text }) => many === unit && text.wanted.length > 0),
  );
  const attempts = links.flatMap((link) =>
    story.random.shuffle(bothOrders(operands)).map(([count, rate]) => () => {
      if (!isOwnNumber(story, count) || !isOwnNumber(story, rate)) return null;
      if (!rule(story, link, bearer, "everybody")) return null;
      if (!place(story, count, link.counts) || !place(story, rate, link.rates)) return null;
      const words = { c: amountWord(count, labelled(link), null), r: amountWord(rate, link.many, null) };
      if (!say(story, unit, bearer, link.text.wanted, words)) return null;
      step(story, index, unit, bearer, ["{A} <need> {calc} for this."]);
      return remember(story, resultOf(index), wantedAmount(story, unit, bearer));
    }),
  );
  return firstOf(story, attempts);
}

/** "Ann already has 30 of them": how many more does she need? */
export const missing: Role = (story, { calculation, index, slot }) => {
  if (calculation.kind !== "difference" || slot.via) return null;
  const [goal, present] = calculation.operands;
  const told = wanted(story, goal, {
    ...slot,
    bearer: { ...slot.bearer, time: null, variety: null, origin: null },
  });
  if (told?.state !== "wanted") return null;
  const own = story.plan.holding(story, present, { unit: slot.unit, bearer: told.bearer, via: null });
  if (!own || own.state === "part" || own.bearer.agent !== told.bearer.agent) return null;
  const { unit, bearer } = told;
  step(story, index, unit, bearer, ["{A} still <have> to <obtain/base> {calc}."]);
  return remember(story, resultOf(index), missingAmount(story, unit, bearer));
};

function wantedAmount(story: Story, unit: Unit, bearer: Bearer): Told {
  return {
    unit,
    bearer,
    state: "wanted",
    phrase: () => `all of the ${unit.collective}`,
    ask: question(story, unit, bearer, ["{howMany} <do> {A} need?"]),
  };
}

function missingAmount(story: Story, unit: Unit, bearer: Bearer): Told {
  const more = unit.kind === "money" ? "how much more money" : `how many more ${unit.noun.many}`;
  return {
    unit,
    bearer,
    state: "missing",
    phrase: () => `the missing ${unit.collective}`,
    ask: question(story, unit, bearer, [`${more} <do> {A} still have to <obtain/base>?`]),
  };
}
