import { type Term, termKey } from "../../chain/calculation.ts";
import { settle } from "../bearers.ts";
import type { Words } from "../sentence.ts";
import { type Bearer, firstOf, type Story, type Told, type ToldRate } from "../story.ts";
import {
  isOpenNumber,
  isOwnNumber,
  isUsedUp,
  place,
  question,
  remember,
  rememberRate,
  rule,
  say,
  step,
} from "../telling.ts";
import type { Link, Unit } from "../vocabulary.ts";
import { amountWord, fixed, labelled } from "../words.ts";
import { freshAmount, rateOf, resultOf } from "./amounts.ts";
import type { Role, Task } from "./role.ts";
import { bothOrders, constantOf } from "./stated.ts";

/** So many of one unit, with so many of another for each: 6 crates of 12 apples, 12 apples at $2, 3 hours at $9. */
export const byLink: Role = (story, task) => {
  const { calculation, slot } = task;
  if (calculation.kind !== "product" || slot.bearer.origin) return null;
  const links = story.theme.links.filter(
    ({ many, direction, lasting }) =>
      many === slot.unit && direction === "in" && !(lasting && slot.bearer.time !== null),
  );
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
  const product = { story, link, bearer, count, rate };
  const linked = firstOf(story, [
    () => tellBoth(product),
    () => tellCountFirst(product),
    () => tellRateFirst(product),
  ]);
  return linked && remembered(story, index, link.many, linked);
}

function remembered(story: Story, index: number, unit: Unit, { bearer, told }: Linked): Told {
  const fresh = freshAmount(story, unit, bearer);
  step(story, index, unit, bearer, told.step.length > 0 ? told.step : ["{A} <obtain> {calc}{when}."]);
  const ask = told.ask.length > 0 ? question(story, unit, bearer, told.ask) : fresh.ask;
  return remember(story, resultOf(index), { ...fresh, ask });
}

interface Product {
  readonly story: Story;
  readonly link: Link;
  readonly bearer: Bearer;
  readonly count: Term;
  readonly rate: Term;
}

/** A product that was told: whose it is, and the rate that it rests on. */
interface Linked {
  readonly bearer: Bearer;
  readonly told: ToldRate;
}

/** Both are numbers of this amount alone, or the count is a well-known one: "in a week". */
function tellBoth({ story, link, bearer, count, rate }: Product): Linked | null {
  if (!isOwnNumber(story, rate) || !isOwnNumber(story, count)) return null;
  const constant = constantOf(story, count);
  const larger = link.one.larger.find(({ factor }) => factor === constant);
  const c = larger ? fixed(`one ${larger.noun.one}`) : amountWord(count, labelled(link), null);
  const counts = larger ? [larger.factor] : link.counts;
  if (!rule(story, link, bearer, "amount") || !place(story, count, counts) || !place(story, rate, link.rates))
    return null;
  const words = { c, r: amountWord(rate, link.many, bearer.variety) };
  return say(story, link.many, bearer, link.text.both, words) ? { bearer, told: rateOf(link) } : null;
}

/** The count has a story of its own; the rate is a number of this amount. */
function tellCountFirst(product: Product): Linked | null {
  const { story, link, bearer, rate } = product;
  if (!isOwnNumber(story, rate) || bearer.variety !== null) return null;
  const told = tellCount(product);
  if (!told || !rule(story, link, told.bearer, "agent") || !place(story, rate, link.rates)) return null;
  const words = { all: told.phrase, r: amountWord(rate, link.many, null), one: fixed(link.label.one) };
  if (!say(story, link.many, told.bearer, link.text.rate, words)) return null;
  return { bearer: plainly(told.bearer), told: rateOf(link) };
}

/** What was used for making stools was used for those that are gone as well: only all of them tell how much. */
function countsFor({ afterwards }: Link, { state }: Told): boolean {
  return state === "fresh" || state === "now" || (afterwards && (state === "left" || state === "part"));
}

function tellCount({ story, link, bearer, count }: Product): Told | null {
  if (isUsedUp(story, count)) return null;
  const slot = { unit: link.one, bearer: { ...bearer, variety: null }, via: null };
  const told = story.plan.holding(story, count, slot);
  return told && countsFor(link, told) ? told : null;
}

/** White hens may lay brown eggs: what tells the `one`s apart does not tell apart what comes of them. */
function plainly(bearer: Bearer): Bearer {
  return { ...bearer, variety: null, origin: null };
}

/** The rate is a fact of its own, or shared; the count may be a number or have a story too. */
function tellRateFirst(product: Product): Linked | null {
  const { story, link, bearer, count, rate } = product;
  if (bearer.variety !== null) return null;
  const known = story.state.rates.get(termKey(rate));
  if (known && known.link !== link) return null;
  const told = known ?? tellRate(product);
  if (!told) return null;
  if (!isOwnNumber(story, count)) return tellDerivedCount(product, told);
  if (!place(story, count, link.counts)) return null;
  addCondition(story, told, count);
  const words: Words = { c: amountWord(count, labelled(link), told.kind), one: fixed(link.label.one) };
  return say(story, link.many, bearer, told.count, words) ? { bearer, told } : null;
}

function tellDerivedCount(product: Product, rate: ToldRate): Linked | null {
  if (rate.kind !== null || rate.obeys !== null) return null;
  const { story, link } = product;
  const count = tellCount(product);
  if (!count) return null;
  const linked = { bearer: plainly(count.bearer), told: rate };
  if (rate.join.length === 0) return linked;
  const words = { all: count.phrase, one: fixed(link.label.one) };
  return say(story, link.many, count.bearer, rate.join, words) ? linked : null;
}

function tellRate({ story, link, bearer, rate }: Product): ToldRate | null {
  if (rate.kind === "result") return story.plan.rate(story, rate, link, bearer);
  if (
    !isOpenNumber(story, rate) ||
    !rule(story, link, bearer, "everybody") ||
    !place(story, rate, link.rates)
  )
    return null;
  const words = { r: amountWord(rate, link.many, null), one: fixed(link.label.one) };
  if (!say(story, link.many, { ...bearer, time: null }, link.text.fact, words)) return null;
  return rememberRate(story, rate, rateOf(link));
}

function addCondition(story: Story, { obeys }: ToldRate, count: Term): void {
  if (obeys) story.state = { ...story.state, conditions: [...story.state.conditions, obeys(count)] };
}
