import type { Term } from "../../chain/calculation.ts";
import { differenceOf, otherWord, siblings } from "../bearers.ts";
import type { Word, Words } from "../sentence.ts";
import { type Bearer, firstOf, type HoldingSlot, type Story, type Told } from "../story.ts";
import { isOwnNumber, place, question, remember, rule, say, step, useUp } from "../telling.ts";
import type { Exchange, Link, Unit } from "../vocabulary.ts";
import { amountWord, fixed, labelled } from "../words.ts";
import { ownPhrase, resultOf } from "./amounts.ts";
import type { Role, Task } from "./role.ts";

/** "How many more apples did Ann pick than Ben?" Only as the last step of a story. */
export const versus: Role = (story, { calculation, index, slot }) => {
  if (calculation.kind !== "difference") return null;
  const [larger, smaller] = calculation.operands;
  const dimension = story.random.pick(["agent", "agent", "time", "variety"] as const);
  const bearers = siblings(story, slot, dimension, 2);
  if (!bearers) return null;
  const [own, other] = bearers as [Bearer, Bearer];
  const first = story.plan.holding(story, larger, { ...slot, bearer: own });
  const second = first && story.plan.holding(story, smaller, { ...slot, bearer: other });
  if (first?.state !== "fresh" || second?.state !== "fresh") return null;
  const difference = differenceOf(first.bearer, second.bearer);
  if (!difference) return null;
  const { unit } = slot;
  const what = unit.kind === "money" ? "how much more money" : `how many more ${unit.noun.many}`;
  const words = { than: otherWord(unit, second.bearer, difference) };
  const which = difference === "variety" ? `how many more ${own.variety} ${unit.noun.many}` : what;
  step(story, index, unit, first.bearer, ["The difference is {calc}."]);
  return remember(story, resultOf(index), {
    unit,
    bearer: first.bearer,
    state: "part",
    phrase: fixed("the difference"),
    ask: question(story, unit, first.bearer, [`${which} <do> {A} <obtain/base>{when} than {than}?`], words),
  });
};

/** What is wanted, as "for this" or "for the rest". */
export function goalOf({ state }: Told): Word {
  return fixed(state === "missing" ? "the rest" : "this");
}

/** "On average, how many apples did they pick each?" Only for a sum of as many amounts as it is divided by. */
export const average: Role = (story, { calculation, index, slot }) => {
  if (calculation.kind !== "quotient") return null;
  const [sum, count] = calculation.operands;
  const summands = sum.kind === "result" ? story.graph.calculations[sum.calculation]! : null;
  if (summands?.kind !== "sum" || !place(story, count, [summands.operands.length])) return null;
  const told = story.plan.holding(story, sum, slot);
  if (told?.state !== "fresh" || !told.bearer.agent.plural) return null;
  const { unit, bearer } = told;
  step(story, index, unit, bearer, ["On average, each of them <obtain/1> {calc}."]);
  return remember(story, resultOf(index), {
    unit,
    bearer,
    state: "part",
    phrase: ownPhrase(unit, bearer),
    ask: question(story, unit, bearer, ["On average, {howMany} <do> {A} <obtain/base> each{when}?"]),
  });
};

/** "Ann spread her apples evenly over 6 crates": how many in each? Only as the last step. */
export const spread: Role = (story, task) =>
  perOne(
    story,
    task,
    (link) => link.text.spread,
    (term, slot) => story.plan.holding(story, term, slot),
  );

/** "Ann wants to read 120 pages in 10 days": how many a day? Only as the last step. */
export const scheduled: Role = (story, task) =>
  perOne(
    story,
    task,
    (link) => link.text.schedule,
    (term, slot) => story.plan.wanted(story, term, slot),
  );

function perOne(
  story: Story,
  { calculation, index, slot }: Task,
  textOf: (link: Link) => Exchange | null,
  tellAmount: (term: Term, slot: HoldingSlot) => Told | null,
): Told | null {
  if (calculation.kind !== "quotient") return null;
  const [amount, count] = calculation.operands;
  const links = story.random.shuffle(
    story.theme.links.filter((link) => link.many === slot.unit && textOf(link)),
  );
  const attempts = links.map((link) => () => {
    if (!isOwnNumber(story, count)) return null;
    const told = tellAmount(amount, slot);
    if (!told || told.bearer.variety !== null || !useUp(story, amount)) return null;
    if (!rule(story, link, told.bearer, "everybody") || !place(story, count, link.counts)) return null;
    const words = {
      all: told.phrase,
      goal: goalOf(told),
      c: amountWord(count, labelled(link), null),
      one: fixed(link.label.one),
    };
    const text = textOf(link)!;
    if (!say(story, link.many, told.bearer, text.tell, words)) return null;
    step(story, index, link.many, told.bearer, text.step, words, {
      least: Math.min(...link.rates),
      most: Math.max(...link.rates),
      cents: link.many.kind === "money",
    });
    return remember(story, resultOf(index), rateAsked(story, link.many, told.bearer, text, words));
  });
  return firstOf(story, attempts);
}

function rateAsked(story: Story, unit: Unit, bearer: Bearer, text: Exchange, words: Words): Told {
  return {
    unit,
    bearer,
    state: "part",
    phrase: ownPhrase(unit, bearer),
    ask: question(story, unit, bearer, text.ask, words),
  };
}
