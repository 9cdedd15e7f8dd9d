import { type Term, termKey } from "../../chain/calculation.ts";
import { settle } from "../bearers.ts";
import type { Words } from "../sentence.ts";
import { type Bearer, firstOf, type Story, type Told, type ToldRate } from "../story.ts";
import {
  isOpenNumber,
  isOwnNumber,
  noteLink,
  place,
  question,
  remember,
  rememberRate,
  say,
  step,
} from "../telling.ts";
import type { Link } from "../vocabulary.ts";
import { amountWord, fixed, labelled } from "../words.ts";
import { freshAmount, resultOf } from "./amounts.ts";
import type { Role, Task } from "./role.ts";
import { bothOrders, constantOf } from "./stated.ts";

/** So many of one unit, with so many of another for each: 6 crates of 12 apples, 12 apples at $2, 3 hours at $9. */
export const byLink: Role = (story, task) => {
  const { calculation, slot } = task;
  if (calculation.kind !== "product" || slot.bearer.origin) return null;
  const links = story.theme.links.filter(({ many, direction }) => many === slot.unit && direction === "in");
  const possible = slot.via ? links.filter((link) => link === slot.via) : story.random.shuffle(links);
  return firstOf(
    story,
    possible.flatMap((link) =>
      story.random.shuffle(bothOrders(calculation.operands)).map(
        ([count, rate]) =>
          () =>
            tellLink(story, task, link, count, rate),
      ),
    ),
  );
};

function tellLink(story: Story, { index, slot }: Task, link: Link, count: Term, rate: Term): Told | null {
  const before = story.state.amounts.get(termKey(count));
  const open =
    before && slot.bearer.agent === null ? { ...slot.bearer, agent: before.bearer.agent } : slot.bearer;
  const bearer = settle(story, open);
  if (!bearer) return null;
  const done =
    tellBoth(story, link, bearer, count, rate) ??
    tellCountFirst(story, link, bearer, count, rate) ??
    tellRateFirst(story, link, bearer, count, rate);
  if (!done) return null;
  const { text, many: unit } = link;
  step(story, index, unit, done, text.step.length > 0 ? text.step : ["{A} <obtain> {calc}{when}."]);
  const fresh = freshAmount(story, unit, done);
  const ask = text.ask.length > 0 ? question(story, unit, done, text.ask) : fresh.ask;
  return remember(story, resultOf(index), { ...fresh, ask });
}

/** Both are numbers of this amount alone, or the count is a well-known one: "in a week". */
function tellBoth(story: Story, link: Link, bearer: Bearer, count: Term, rate: Term): Bearer | null {
  if (!isOwnNumber(story, rate) || !isOpenNumber(story, count)) return null;
  const constant = constantOf(story, count);
  const larger = link.one.larger.find(({ factor }) => factor === constant);
  if (!isOwnNumber(story, count)) return null;
  const c = larger ? fixed(`one ${larger.noun.one}`) : amountWord(count, labelled(link), null);
  const counts = larger ? [larger.factor] : link.counts;
  if (!noteLink(story, link, "case") || !place(story, count, counts) || !place(story, rate, link.rates))
    return null;
  const words = { c, r: amountWord(rate, link.many, bearer.variety) };
  return say(story, link.many, bearer, link.text.both, words) ? bearer : null;
}

/** The count has a story of its own; the rate is a number of this amount. */
function tellCountFirst(story: Story, link: Link, bearer: Bearer, count: Term, rate: Term): Bearer | null {
  if (!isOwnNumber(story, rate) || bearer.variety !== null) return null;
  const told = tellCount(story, link, bearer, count);
  if (!told || !noteLink(story, link, "case") || !place(story, rate, link.rates)) return null;
  const words = { all: told.phrase, r: amountWord(rate, link.many, null), one: fixed(link.label.one) };
  return say(story, link.many, told.bearer, link.text.rate, words) ? told.bearer : null;
}

function tellCount(story: Story, link: Link, bearer: Bearer, count: Term): Told | null {
  const slot = { unit: link.one, bearer: { ...bearer, variety: null }, via: null };
  const told = story.plan.holding(story, count, slot);
  if (!told || told.state === "wanted" || told.state === "missing") return null;
  return told.bearer.agent === bearer.agent || !slot.bearer.agent ? told : null;
}

/** The rate is a fact of its own, or shared; the count may be a number or have a story too. */
function tellRateFirst(story: Story, link: Link, bearer: Bearer, count: Term, rate: Term): Bearer | null {
  if (bearer.variety !== null) return null;
  const known = story.state.rates.get(termKey(rate)) ?? null;
  const told = known?.link === link ? known : known ? null : tellRate(story, link, bearer, rate);
  if (!told) return null;
  if (!isOwnNumber(story, count)) return tellDerivedCount(story, told, bearer, count);
  if (!place(story, count, link.counts)) return null;
  addCondition(story, told, count);
  const words: Words = { c: amountWord(count, labelled(link), told.kind), one: fixed(link.label.one) };
  return say(story, link.many, bearer, told.count, words) ? bearer : null;
}

function tellDerivedCount(story: Story, rate: ToldRate, bearer: Bearer, count: Term): Bearer | null {
  if (rate.kind !== null || rate.obeys !== null) return null;
  const told = tellCount(story, rate.link, bearer, count);
  if (!told) return null;
  if (rate.join.length === 0) return told.bearer;
  const words = { all: told.phrase, one: fixed(rate.link.label.one) };
  return say(story, rate.link.many, told.bearer, rate.join, words) ? told.bearer : null;
}

function tellRate(story: Story, link: Link, bearer: Bearer, rate: Term): ToldRate | null {
  if (rate.kind === "result") return story.plan.rate(story, rate, link, bearer);
  if (!isOpenNumber(story, rate) || !noteLink(story, link, "fact") || !place(story, rate, link.rates))
    return null;
  const words = { r: amountWord(rate, link.many, null), one: fixed(link.label.one) };
  if (!say(story, link.many, bearer, link.text.fact, words)) return null;
  const { count, join } = link.text;
  return rememberRate(story, rate, { link, count, join, kind: null, obeys: null });
}

function addCondition(story: Story, { obeys }: ToldRate, count: Term): void {
  if (obeys) story.state = { ...story.state, conditions: [...story.state.conditions, obeys(count)] };
}
