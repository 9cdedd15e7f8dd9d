import { type Term, termKey, usesOf } from "../../chain/calculation.ts";
import type { Words } from "../sentence.ts";
import { firstOf, type Story, type Told } from "../story.ts";
import { isOwnNumber, place, placeShare, rule, say, step } from "../telling.ts";
import { fractions, percents } from "../value.ts";
import { amountWord, collectiveOf, fixed, fractionOf, labelled, nounOf, shareWord } from "../words.ts";
import { shareOf } from "./share-of.ts";

/**
 * Something taken from an amount already told: a stated number, so many for each, a part of it, or several of these
 * one after the other.
 */
export function outflow(story: Story, term: Term, from: Told, whole: Term): boolean {
  if (from.state === "wanted" || from.state === "missing") return false;
  if (term.kind === "number") return numberTaken(story, term, from);
  if (usesOf(story.graph, term) > 1) return false;
  const calculation = story.graph.calculations[term.calculation]!;
  switch (calculation.kind) {
    case "sum":
      return severalTaken(story, term.calculation, calculation.operands, from, whole);
    case "product":
      return eachTaken(story, term.calculation, calculation.operands, from);
    case "share":
      return shareTaken(story, term, from, whole);
    case "quotient":
      return fractionTaken(story, term.calculation, calculation.operands, from, whole);
    default:
      return false;
  }
}

function numberTaken(story: Story, term: Term, from: Told): boolean {
  const { unit, bearer } = from;
  if (!isOwnNumber(story, term) || !place(story, term, unit.amounts)) return false;
  return say(story, unit, untimed(from), unit.losses, {
    n: takenWord(story, term, from),
    all: from.phrase,
    unit: fixed(nounOf(unit, bearer.variety).one),
  });
}

/** "5 apples" where it is clear which, "5 of the ripe apples" otherwise. */
function takenWord(story: Story, term: Term, from: Told) {
  const { unit, bearer, state, phrase } = from;
  const plain = amountWord(term, unit, bearer.variety);
  if (unit.collective !== unit.noun.many) return plain;
  if (state === "fresh" && story.random.next() < 0.5) return plain;
  const count = amountWord(term, { ...unit, noun: { one: "", many: "" } }, null);
  return (voice: Parameters<typeof plain>[0]) => `${count(voice).trim()} of ${phrase(voice)}`;
}

function severalTaken(
  story: Story,
  index: number,
  operands: readonly Term[],
  from: Told,
  whole: Term,
): boolean {
  for (const [place, operand] of operands.entries()) {
    if (!outflow(story, operand, place > 0 && isPart(story, operand) ? atFirst(from) : from, whole))
      return false;
  }
  const verb = from.unit.kind === "money" ? "spent" : "gone";
  step(story, index, from.unit, untimed(from), [
    `Altogether, {calc} <be/2> ${verb}.`,
    "In total, that takes {calc}.",
  ]);
  return true;
}

function isPart({ graph }: Story, term: Term): boolean {
  if (term.kind === "number") return false;
  const { kind } = graph.calculations[term.calculation]!;
  return kind === "share" || kind === "quotient";
}

/** "One third of her apples", told after some are gone, would be one third of what is left. */
function atFirst(from: Told): Told {
  const { unit, bearer } = from;
  const things = collectiveOf(unit, bearer.variety);
  return { ...from, phrase: (voice) => `all the ${things} ${voice.subject(bearer.agent)} had at first` };
}

function eachTaken(story: Story, index: number, [first, second]: readonly [Term, Term], from: Told): boolean {
  const links = story.random.shuffle(
    story.theme.links.filter(({ many, direction }) => many === from.unit && direction === "out"),
  );
  const orders = story.random.shuffle([
    [first, second],
    [second, first],
  ] as const);
  const attempts = links.flatMap((link) =>
    orders.map(([count, rate]) => () => {
      if (!isOwnNumber(story, count) || !isOwnNumber(story, rate)) return null;
      if (!rule(story, link, from.bearer, "amount")) return null;
      if (!place(story, count, link.counts) || !place(story, rate, link.rates)) return null;
      const words = {
        c: amountWord(count, labelled(link), null),
        r: amountWord(rate, link.many, from.bearer.variety),
        all: from.phrase,
      };
      if (!say(story, from.unit, untimed(from), link.text.both, words)) return null;
      step(story, index, from.unit, untimed(from), link.text.step);
      return true;
    }),
  );
  return firstOf(story, attempts) ?? false;
}

function shareTaken(story: Story, term: Term, from: Told, whole: Term): boolean {
  const part = shareOf(story, term, whole);
  if (!part || !placeShare(story, part.share, { percent: percents, fraction: fractions })) return false;
  return partTaken(story, part.index, from, { share: shareWord(part.share) });
}

function fractionTaken(
  story: Story,
  index: number,
  [whole, divisor]: readonly [Term, Term],
  from: Told,
  of: Term,
): boolean {
  if (termKey(whole) !== termKey(of) || !isOwnNumber(story, divisor)) return false;
  if (!place(story, divisor, [2, 2, 3, 4, 5])) return false;
  return partTaken(story, index, from, { share: fractionOf(divisor) });
}

function partTaken(story: Story, index: number, from: Told, words: Words): boolean {
  const { unit } = from;
  if (!say(story, unit, untimed(from), unit.lostShares, { ...words, all: from.phrase })) return false;
  step(story, index, unit, untimed(from), ["{share} of that is {calc}."], words);
  return true;
}

function untimed({ bearer }: Told) {
  return { ...bearer, time: null };
}
