import { type Term, usesOf } from "../../chain/calculation.ts";
import { listing } from "../../language/agent.ts";
import { indefinite, qualify } from "../../language/noun.ts";
import { newAgent } from "../bearers.ts";
import type { Word } from "../sentence.ts";
import { type Bearer, type Condition, firstOf, type Story, type ToldRate } from "../story.ts";
import { isOwnNumber, place, placeShare, rememberRate, rule, say, step, useUp } from "../telling.ts";
import { percents, range } from "../value.ts";
import type { Link } from "../vocabulary.ts";
import {
  amountWord,
  fewerWord,
  figureWord,
  fixed,
  fractionOf,
  labelled,
  moreWord,
  shareWord,
  timesOf,
} from "../words.ts";
import { rateOf, resultOf } from "./amounts.ts";
import { shareOf } from "./share-of.ts";
import { bothOrders } from "./stated.ts";

/** How a calculated rate came about: by comparing kinds, by a change, by an example, or from several parts. */
export function tellRate(story: Story, term: Term, link: Link, bearer: Bearer): ToldRate | null {
  if (term.kind === "number" || usesOf(story.graph, term) > 1) return null;
  if (!rule(story, link, bearer, "everybody")) return null;
  const timeless = { ...bearer, time: null };
  const attempts = [example, comparison, change, changeByShare, parts, rows, spreadOut].map(
    (reading) => () => reading(story, term.calculation, link, timeless),
  );
  return firstOf(story, story.random.shuffle(attempts));
}

type RateReading = (story: Story, index: number, link: Link, bearer: Bearer) => ToldRate | null;

/** "Three crates hold 36 apples": how many does one hold? */
const example: RateReading = (story, index, link, bearer) => {
  const calculation = story.graph.calculations[index]!;
  if (calculation.kind !== "quotient" || link.text.example.length === 0) return null;
  const [amount, count] = calculation.operands;
  if (!isOwnNumber(story, amount) || !isOwnNumber(story, count)) return null;
  if (!place(story, amount, range(8, Math.min(240, link.many.most))) || !place(story, count, link.counts))
    return null;
  // "Ann gets $60 for 5 hours; Ben gets the same pay": with one agent, her $60 would count too.
  const personal = link.text.example.some((template) => template.includes("{A}"));
  const agent = personal ? newAgent(story) : bearer.agent;
  if (!agent) return null;
  const words = { x: amountWord(amount, link.many, null), c: amountWord(count, labelled(link), null) };
  if (!say(story, link.many, { ...bearer, agent }, link.text.example, words)) return null;
  return calculated(story, index, bearer, rateOf(link, { count: link.text.likewise, obeys: other(count) }));
};

/** "A small crate holds 12 apples and a large one 4 more." */
const comparison: RateReading = (story, index, link, bearer) => {
  const calculation = story.graph.calculations[index]!;
  const { kinds } = link.text;
  if (
    !kinds ||
    calculation.kind === "share" ||
    calculation.kind === "complement" ||
    calculation.operands.length !== 2
  )
    return null;
  const [first, second] = calculation.operands as [Term, Term];
  const commutes = calculation.kind === "sum" || calculation.kind === "product";
  const orders = commutes ? bothOrders([first, second]) : ([[first, second]] as [Term, Term][]);
  const [small, large] = story.random.pick(kinds.adjectives);
  const upwards = commutes;
  const [base, other] = upwards ? [small, large] : [large, small];
  return firstOf(
    story,
    orders.map(([rate, difference]) => () => {
      if (!isOwnNumber(story, rate) || !isOwnNumber(story, difference)) return null;
      const factor = calculation.kind === "product" || calculation.kind === "quotient";
      if (
        !place(story, rate, link.rates) ||
        !place(story, difference, factor ? [2, 2, 3, 4] : smaller(link.rates))
      )
        return null;
      const words = {
        r: amountWord(rate, link.many, null),
        abase: fixed(indefinite(qualify(base, link.label).one)),
        aother: fixed(indefinite(qualify(other, link.label).one)),
        d:
          calculation.kind === "sum"
            ? moreWord(difference, link.many, null)
            : fewerWord(difference, link.many, null),
        k: calculation.kind === "product" ? timesOf(difference) : fractionOf(difference),
      };
      if (!say(story, link.many, bearer, factor ? kinds.times : kinds.more, words)) return null;
      return calculated(story, index, bearer, rateOf(link, { join: [], kind: other }));
    }),
  );
};

function smaller(rates: readonly number[]): readonly number[] {
  return range(1, Math.max(2, Math.floor(rates[Math.floor(rates.length / 2)]! / 2)));
}

/** "The usual price of a jar is $6, but it was lowered by $2." */
const change: RateReading = (story, index, link, bearer) => {
  const calculation = story.graph.calculations[index]!;
  const { changes } = link.text;
  if (!changes || (calculation.kind !== "sum" && calculation.kind !== "difference")) return null;
  if (calculation.operands.length !== 2) return null;
  const [rate, difference] = calculation.operands as [Term, Term];
  if (!isOwnNumber(story, rate) || !isOwnNumber(story, difference)) return null;
  if (!place(story, rate, link.rates) || !place(story, difference, smaller(link.rates))) return null;
  const words = {
    r: amountWord(rate, link.many, null),
    d: amountWord(difference, link.many, null),
    aone: fixed(indefinite(link.label.one)),
  };
  const templates = calculation.kind === "sum" ? changes.up : changes.down;
  if (!say(story, link.many, bearer, templates, words)) return null;
  return calculated(story, index, bearer, rateOf(link, { count: changes.count, join: changes.join }));
};

/** "The usual price of a jar is $6, but today it is 25% off." */
const changeByShare: RateReading = (story, index, link, bearer) => {
  const calculation = story.graph.calculations[index]!;
  const { changes } = link.text;
  if (!changes || (calculation.kind !== "sum" && calculation.kind !== "difference")) return null;
  if (calculation.operands.length !== 2) return null;
  const [rate, share] = calculation.operands as [Term, Term];
  const part = shareOf(story, share, rate);
  if (!part || rate.kind !== "number" || !place(story, rate, link.rates)) return null;
  if (!placeShare(story, part.share, { percent: percents, fraction: percents })) return null;
  const words = {
    r: amountWord(rate, link.many, null),
    share: shareWord(part.share),
    aone: fixed(indefinite(link.label.one)),
  };
  const templates = calculation.kind === "sum" ? changes.upShare : changes.downShare;
  if (!say(story, link.many, bearer, templates, words)) return null;
  step(story, part.index, link.many, bearer, ["{share} of this is {calc}."], words);
  return calculated(story, index, bearer, rateOf(link, { count: changes.count, join: changes.join }));
};

/** "Each bracelet takes 5 red beads and 7 blue beads." */
const parts: RateReading = (story, index, link, bearer) => {
  const calculation = story.graph.calculations[index]!;
  const { parts: text } = link.text;
  if (!text || calculation.kind !== "sum") return null;
  const labels = story.random.shuffle(text.labels ?? link.many.varieties);
  const { operands } = calculation;
  if (operands.length > labels.length) return null;
  for (const term of operands)
    if (!isOwnNumber(story, term) || !place(story, term, smaller(link.rates))) return null;
  const items = operands.map((term, position): Word => {
    const label = labels[position]!;
    if (text.labels === null) return amountWord(term, link.many, label);
    const amount = amountWord(term, link.many, null);
    return (voice) => `${amount(voice)} ${label}`;
  });
  const words = {
    parts: ((voice) => listing(items.map((item) => item(voice)))) as Word,
    one: fixed(link.label.one),
  };
  if (!say(story, link.many, bearer, text.tell, words)) return null;
  return calculated(story, index, bearer, rateOf(link));
};

/** "Each crate holds 3 layers with 12 apples in each." */
const rows: RateReading = (story, index, link, bearer) => {
  const calculation = story.graph.calculations[index]!;
  if (calculation.kind !== "product" || link.text.rows.length === 0) return null;
  const [count, size] = calculation.operands;
  if (!isOwnNumber(story, count) || !isOwnNumber(story, size)) return null;
  if (!place(story, count, range(2, 6)) || !place(story, size, smaller(link.rates))) return null;
  const words = {
    rows: figureWord(count),
    r: amountWord(size, link.many, null),
    one: fixed(link.label.one),
  };
  if (!say(story, link.many, bearer, link.text.rows, words)) return null;
  return calculated(story, index, bearer, rateOf(link));
};

/** "Ann spread her 72 apples evenly over 6 crates", of which some are taken later. */
const spreadOut: RateReading = (story, index, link, bearer) => {
  const calculation = story.graph.calculations[index]!;
  const { spread } = link.text;
  if (!spread?.taken || calculation.kind !== "quotient" || !isTakenLast(story, index)) return null;
  const [amount, count] = calculation.operands;
  if (!isOwnNumber(story, count)) return null;
  const told = story.plan.holding(story, amount, {
    unit: link.many,
    bearer: { ...bearer, variety: null },
    via: null,
  });
  if (!told || !useUp(story, amount) || !place(story, count, link.counts)) return null;
  const words = { all: told.phrase, c: amountWord(count, labelled(link), null) };
  if (!say(story, link.many, bearer, spread.tell, words)) return null;
  const { tell, ask, step: lines } = spread.taken;
  return calculated(
    story,
    index,
    bearer,
    rateOf(link, { count: tell, join: [], ask, step: lines, obeys: fewer(count) }),
  );
};

/** What is in some of the crates has no name to go on with: the story must end by asking for it. */
function isTakenLast({ graph }: Story, index: number): boolean {
  return graph.calculations
    .at(-1)!
    .operands.some((term) => term.kind === "result" && term.calculation === index);
}

/** Of the crates that were filled, some are taken: fewer than there are. */
function fewer(than: Term) {
  return (count: Term): Condition =>
    (numberOf) =>
      numberOf(count) < numberOf(than);
}

/** An example that is asked for again is no problem. */
function other(than: Term) {
  return (count: Term): Condition =>
    (numberOf) =>
      numberOf(count) !== numberOf(than);
}

function calculated(story: Story, index: number, bearer: Bearer, told: ToldRate): ToldRate {
  const { label, many, rates } = told.link;
  const words = { one: fixed(qualify(told.kind, label).one) };
  step(story, index, many, bearer, ["For each {one}, that is {calc}."], words, {
    least: many.kind === "money" ? 0.25 : 1,
    most: Math.max(...rates) * 2,
    cents: many.kind === "money",
  });
  return rememberRate(story, resultOf(index), told);
}
