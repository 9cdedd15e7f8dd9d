import type { Term } from "../../chain/calculation.ts";
import type { Words } from "../sentence.ts";
import { firstOf, type HoldingSlot, type Story, type Told } from "../story.ts";
import { isOwnNumber, place, question, remember, say, step } from "../telling.ts";
import type { Exchange, Link, Unit } from "../vocabulary.ts";
import { amountWord, figureWord, fixed } from "../words.ts";
import { ownPhrase, resultOf } from "./amounts.ts";
import type { Role, Task } from "./role.ts";

/** "Ann packed her 72 apples in crates of 12": how many crates? */
export const packed: Role = (story, task) =>
  exchange(story, task, (link) => link.text.pack, (term, slot) => story.plan.holding(story, term, slot));

/** "Ann wants to read 120 pages and reads 12 a day": how many days? */
export const reached: Role = (story, task) =>
  exchange(story, task, (link) => link.text.reach, (term, slot) => story.plan.wanted(story, term, slot));

function exchange(
  story: Story,
  { calculation, index, slot }: Task,
  textOf: (link: Link) => Exchange | null,
  tellAmount: (term: Term, slot: HoldingSlot) => Told | null,
): Told | null {
  if (calculation.kind !== "quotient" || slot.via || slot.bearer.variety || slot.bearer.origin) return null;
  const [amount, rate] = calculation.operands;
  const links = story.random.shuffle(story.theme.links.filter((link) => link.one === slot.unit && textOf(link)));
  const attempts = links.map((link) => () => {
    const text = textOf(link)!;
    if (!isOwnNumber(story, rate)) return null;
    const told = tellAmount(amount, { unit: link.many, bearer: slot.bearer, via: null });
    if (!told || !place(story, rate, link.rates)) return null;
    return concluded(story, index, text, link, told, { r: amountWord(rate, link.many, null), rate: figureWord(rate) });
  });
  return firstOf(story, attempts);
}

function concluded(
  story: Story,
  index: number,
  text: Exchange,
  link: Link,
  told: Told,
  words: Words,
): Told | null {
  const { bearer } = told;
  const all = { all: told.phrase, ...words, ...nouns(link) };
  if (!say(story, link.many, bearer, text.tell, all)) return null;
  step(story, index, link.one, bearer, text.step, all);
  const own = { ...bearer, variety: null, origin: null };
  return remember(story, resultOf(index), {
    unit: link.one,
    bearer: own,
    state: "part",
    phrase: ownPhrase(link.one, own),
    ask: question(story, link.one, own, text.ask, nouns(link)),
  });
}

function nouns({ label, many }: Link) {
  return { one: fixed(label.one), ones: fixed(label.many), many: fixed(manyOf(many)) };
}

function manyOf(unit: Unit): string {
  return unit.kind === "money" ? "money" : unit.noun.many;
}
