import { type Term, termKey } from "../../chain/calculation.ts";
import { restsOn } from "../../chain/split-shared.ts";
import { listing } from "../../language/agent.ts";
import { type Dimension, differenceOf, settle, siblings, together } from "../bearers.ts";
import type { Word } from "../sentence.ts";
import { type Bearer, firstOf, type HoldingSlot, type Story, type Told } from "../story.ts";
import { isOwnNumber, isUsedUp, place, question, remember, say, step } from "../telling.ts";
import type { Link, Unit } from "../vocabulary.ts";
import { amountWord } from "../words.ts";
import { freshAmount, ownPhrase, resultOf } from "./amounts.ts";
import type { Role, Task } from "./role.ts";

/** Amounts of several agents, days, kinds or sources, taken together. */
export const total: Role = (story, task) => {
  if (task.calculation.kind !== "sum" || task.slot.via) return null;
  const dimensions = story.random.shuffle(["agent", "time", "variety", "origin"] as const);
  return firstOf(story, [
    ...dimensions.map((dimension) => () => totalOver(story, task, dimension)),
    () => totalOfSources(story, task),
  ]);
};

/** More than that are hard to keep apart. */
const mostTogether: Record<Dimension, number> = { agent: 3, time: 5, variety: 4, origin: 5 };

function totalOver(story: Story, { calculation, index, slot }: Task, dimension: Dimension): Told | null {
  const { operands } = calculation;
  if (operands.length > mostTogether[dimension]) return null;
  const bearers = bearersFor(story, slot, operands, dimension);
  if (!bearers || operands.some((term) => isUsedUp(story, term))) return null;
  const listed = tellList(story, slot.unit, operands, bearers, dimension);
  const told = tellOthers(story, slot.unit, operands, bearers, listed);
  return told && summedUp(story, index, slot, told, dimension);
}

/** New bearers, except where an operand has been told already. */
function bearersFor(
  story: Story,
  slot: HoldingSlot,
  operands: readonly Term[],
  dimension: Dimension,
): Bearer[] | null {
  const known = operands.map((term) => story.state.amounts.get(termKey(term))?.bearer ?? null);
  const [first] = known.filter((bearer) => bearer !== null);
  if (!first) return inOrderOfTelling(story, operands, siblings(story, slot, dimension, operands.length));
  const taken = known.filter((bearer) => bearer !== null).map((bearer) => bearer[dimension]);
  if (first[dimension] === null || new Set(taken).size < taken.length) return null;
  const fresh = siblings(
    story,
    { ...slot, bearer: { ...first, [dimension]: null } },
    dimension,
    operands.length + 1,
  );
  const unused = fresh?.filter((bearer) => !taken.includes(bearer[dimension]));
  const bearers = unused && known.map((bearer) => bearer ?? unused.shift() ?? null);
  return bearers?.every((bearer) => bearer !== null) && fitSlot(bearers, slot, dimension) ? bearers : null;
}

/** So that Monday is told before Tuesday. */
function inOrderOfTelling(
  story: Story,
  operands: readonly Term[],
  bearers: Bearer[] | null,
): Bearer[] | null {
  if (!bearers) return null;
  const ordered: Bearer[] = [];
  for (const [place, position] of basesFirst(story, operands).entries()) ordered[position] = bearers[place]!;
  return ordered;
}

function fitSlot(bearers: readonly Bearer[], { bearer: open }: HoldingSlot, dimension: Dimension): boolean {
  return bearers.every((bearer) =>
    (["agent", "time", "variety", "origin"] as const).every(
      (other) => other === dimension || open[other] === null || open[other] === bearer[other],
    ),
  );
}

/**
 * "Ann picked 14 red apples, 9 green apples and 5 yellow apples", for the operands that are numbers.
 *
 * @returns what they became, by position; empty where there is nothing to list.
 */
function tellList(
  story: Story,
  unit: Unit,
  operands: readonly Term[],
  bearers: readonly Bearer[],
  dimension: Dimension,
): Told[] {
  const listed = [...operands.keys()].filter((position) => isOwnNumber(story, operands[position]!));
  if ((dimension !== "variety" && dimension !== "origin") || listed.length < 2) return [];
  for (const position of listed) place(story, operands[position]!, unit.amounts);
  const items = listed.map((position): Word => {
    const { variety, origin } = bearers[position]!;
    const amount = amountWord(operands[position]!, unit, variety);
    return origin === null ? amount : (voice) => `${amount(voice)} ${origin}`;
  });
  const list: Word = (voice) => listing(items.map((item) => item(voice)));
  say(story, unit, together(bearers, dimension), ["{A} <obtain> {list}."], { list });
  const told: Told[] = [];
  for (const position of listed) {
    told[position] = remember(story, operands[position]!, freshAmount(story, unit, bearers[position]!));
  }
  return told;
}

/** Tells the operands that are not `told` yet, each by itself. */
function tellOthers(
  story: Story,
  unit: Unit,
  operands: readonly Term[],
  bearers: readonly Bearer[],
  told: Told[],
): Told[] | null {
  for (const position of basesFirst(story, operands)) {
    if (told[position]) continue;
    const slot = { unit, bearer: bearers[position]!, via: null };
    const amount = story.plan.holding(story, operands[position]!, slot);
    if (!amount || amount.state === "part" || differs(amount.bearer, bearers[position]!)) return null;
    told[position] = amount;
  }
  return told;
}

function differs(a: Bearer, b: Bearer): boolean {
  return differenceOf(a, b) !== null || a.agent !== b.agent;
}

/** "$60 from 12 candles at $5 and $20 from the raffle": money from several things sold, and from elsewhere. */
function totalOfSources(story: Story, { calculation, index, slot }: Task): Told | null {
  if (slot.bearer.origin || slot.bearer.variety) return null;
  const bearer = settle(story, slot.bearer);
  if (!bearer) return null;
  const links = story.random.shuffle(
    story.theme.links.filter(({ many, direction }) => many === slot.unit && direction === "in"),
  );
  const origins = story.random.shuffle(slot.unit.origins);
  if (origins.length < calculation.operands.length) return null;
  const bearers = calculation.operands.map((_, position) => ({ ...bearer, origin: origins[position]! }));
  const told = tellList(story, slot.unit, calculation.operands, bearers, "origin");
  for (const position of basesFirst(story, calculation.operands)) {
    if (told[position]) continue;
    const term = calculation.operands[position]!;
    const amount =
      term.kind === "number"
        ? story.plan.holding(story, term, { ...slot, bearer: bearers[position]! })
        : fromSource(story, term, slot, bearer, links);
    if (!amount) return null;
    told[position] = amount;
  }
  return summedUp(story, index, { ...slot, bearer }, told, "origin");
}

function fromSource(story: Story, term: Term, slot: HoldingSlot, bearer: Bearer, links: Link[]): Told | null {
  const via = links.shift();
  if (!via || story.state.amounts.has(termKey(term))) return null;
  return story.plan.holding(story, term, { ...slot, bearer, via });
}

function summedUp(
  story: Story,
  index: number,
  { unit }: HoldingSlot,
  told: readonly Told[],
  dimension: Dimension,
): Told | null {
  const whole = told.every(({ state }) => state === "fresh");
  if (!whole && (!unit.kept || (dimension !== "agent" && dimension !== "variety"))) return null;
  // What was given to another of them in the meantime is not there twice "in the end".
  const { operands } = story.graph.calculations[index]!;
  if (!whole && operands.some((term) => isUsedUp(story, term))) return null;
  const bearer = together(
    told.map((amount) => amount.bearer),
    dimension,
  );
  const all = bearer.agent.plural ? "altogether" : "in all";
  const verb = whole ? "<obtain" : "<have";
  step(story, index, unit, bearer, [`In total, {A} ${verb}> {calc}.`, `{A} ${verb}> {calc} ${all}.`]);
  return remember(story, resultOf(index), {
    unit,
    bearer,
    state: whole ? "fresh" : "now",
    phrase: ownPhrase(unit, bearer),
    ask: question(story, unit, bearer, [
      `{howMany} <do> {A} ${verb}/base>{when} ${all}?`,
      `{howMany} <do> {A} ${verb}/base>{when} ${whole ? "in total" : bearer.agent.plural ? "altogether in the end" : "in the end"}?`,
    ]),
  });
}

/** Positions of the operands, those that others are computed from first. */
function basesFirst(story: Story, operands: readonly Term[]): number[] {
  const positions = operands.map((_, position) => position);
  return positions.sort((a, b) => {
    if (restsOn(story.graph, operands[a]!, operands[b]!)) return 1;
    return restsOn(story.graph, operands[b]!, operands[a]!) ? -1 : a - b;
  });
}
