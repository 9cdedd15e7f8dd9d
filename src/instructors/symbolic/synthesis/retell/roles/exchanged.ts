import type { Term } from "../../chain/calculation.ts";
import { qualify } from "../../language/noun.ts";
import type { Words } from "../sentence.ts";
import { firstOf, type HoldingSlot, type Story, type Told } from "../story.ts";
import { isOwnNumber, place, question, remember, rule, say, step, useUp } from "../telling.ts";
import type { Exchange, Link } from "../vocabulary.ts";
import { amountWord, figureWord, fixed } from "../words.ts";
import { ownPhrase, resultOf } from "./amounts.ts";
import { goalOf } from "./last.ts";
import type { Role, Task } from "./role.ts";

/** "Ann packed her 72 apples in crates of 12": how many crates? */
export const packed: Role = (story, task) =>
  exchange(
    story,
    task,
    (link) => link.text.pack,
    (term, slot) => story.plan.holding(story, term, slot),
  );

/** "Ann wants to read 120 pages and reads 12 a day": how many days? */
export const reached: Role = (story, task) =>
  exchange(
    story,
    task,
    (link) => link.text.reach,
    (term, slot) => story.plan.wanted(story, term, slot),
  );

function exchange(
  story: Story,
  { calculation, index, slot }: Task,
  textOf: (link: Link) => Exchange | null,
  tellAmount: (term: Term, slot: HoldingSlot) => Told | null,
): Told | null {
  if (calculation.kind !== "quotient" || slot.via || slot.bearer.variety || slot.bearer.origin) return null;
  const [amount, rate] = calculation.operands;
  const links = story.theme.links.filter((link) => link.one === slot.unit && textOf(link));
  const attempts = story.random.shuffle(links).map((link) => () => {
    const told = tellAmount(amount, { unit: link.many, bearer: slot.bearer, via: null });
    if (!told || !useUp(story, amount)) return null;
    const exchanging = { story, link, told, text: textOf(link)! };
    const words = firstOf(story, [() => statedRate(exchanging, rate), () => derivedRate(exchanging, rate)]);
    return words && concluded(exchanging, index, words);
  });
  return firstOf(story, attempts);
}

interface Exchanging {
  readonly story: Story;
  readonly link: Link;
  readonly text: Exchange;
  /** What is exchanged. */
  readonly told: Told;
}

function statedRate({ story, link, told, text }: Exchanging, rate: Term): Words | null {
  if (
    !isOwnNumber(story, rate) ||
    !rule(story, link, told.bearer, "everybody") ||
    !place(story, rate, link.rates)
  )
    return null;
  const words = {
    ...wordsOf(link, told, null),
    r: amountWord(rate, link.many, null),
    rate: figureWord(rate),
  };
  return say(story, link.many, told.bearer, text.tell, words) ? words : null;
}

function derivedRate({ story, link, told, text }: Exchanging, rate: Term): Words | null {
  if (rate.kind === "number" || text.rated.length === 0) return null;
  const rated = story.plan.rate(story, rate, link, told.bearer);
  if (!rated || rated.obeys) return null;
  const words = wordsOf(link, told, rated.kind);
  return say(story, link.many, told.bearer, text.rated, words) ? words : null;
}

function wordsOf({ label }: Link, told: Told, kind: string | null): Words {
  const { one, many } = qualify(kind, label);
  return {
    all: told.phrase,
    goal: goalOf(told),
    one: fixed(one),
    ones: fixed(many),
    such: fixed(kind === null ? `${many} like these` : many),
  };
}

function concluded({ story, link, text, told }: Exchanging, index: number, words: Words): Told {
  step(story, index, link.one, told.bearer, text.step, words);
  const own = { ...told.bearer, variety: null, origin: null };
  return remember(story, resultOf(index), {
    unit: link.one,
    bearer: own,
    state: "now",
    phrase: ownPhrase(link.one, own),
    ask: question(story, link.one, own, text.ask, words),
  });
}
