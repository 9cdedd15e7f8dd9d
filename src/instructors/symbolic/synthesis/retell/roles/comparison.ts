import { type Term, termKey } from "../../chain/calculation.ts";
import { type Dimension, differenceOf, otherWord, settle, siblings } from "../bearers.ts";
import type { Words } from "../sentence.ts";
import type { Bearer, HoldingSlot, Story, Told } from "../story.ts";
import { isUsedUp, say } from "../telling.ts";
import type { Template } from "../vocabulary.ts";
import { obtained } from "./amounts.ts";
import type { Task } from "./role.ts";

interface Comparison {
  readonly base: Term;
  /** How the amount sought compares with the base; `{other}` is what the base belongs to. */
  readonly template: Template;
  /** Words of the template, for the bearer of the amount sought. */
  readonly words: (own: Bearer) => Words;
  /** Steps of the solution that come before the amount sought. */
  readonly before?: (own: Bearer) => void;
}

/** Tells the base of a comparison, then the comparison: "Ann picked 12 apples. Ben picked twice as many as Ann." */
export function compare(
  story: Story,
  task: Task,
  { base, template, words, before }: Comparison,
): Told | null {
  const { index, slot } = task;
  const pair = tellBase(story, task, base);
  if (!pair) return null;
  const { own, other, dimension } = pair;
  const all: Words = { ...words(own), other: otherWord(slot.unit, other, dimension) };
  const summing = isSpreadOverDays(story, other) ? "In total, " : "";
  if (!say(story, slot.unit, own, [summing + template], all)) return null;
  before?.(own);
  return obtained(story, index, slot.unit, own);
}

/**
 * Tells the comparison from the side of the base: "Ann picked 12 apples. That was twice as many as Ben picked."
 * Only for a base that is one number: "that" speaks of all that the sentence before it tells.
 */
export function compareBack(story: Story, task: Task, { base, template, words }: Comparison): Told | null {
  const { index, slot } = task;
  if (base.kind === "result" || story.state.amounts.has(termKey(base))) return null;
  const pair = tellBase(story, task, base);
  if (pair?.dimension !== "agent") return null;
  const { own } = pair;
  const templates = ["This", "That"].map((subject) => `${subject} <be/1> ${template} {A} <obtain>.`);
  if (!say(story, slot.unit, { ...own, time: null }, templates, words(own))) return null;
  return obtained(story, index, slot.unit, own);
}

/** Told day after day, an amount would be taken for that of the last day. */
function isSpreadOverDays({ state }: Story, { agent, time }: Bearer): boolean {
  return time === null && state.sentences.some((told) => told.agent === agent && told.time !== null);
}

interface Pair {
  readonly own: Bearer;
  readonly other: Bearer;
  /** What they differ in. */
  readonly dimension: Dimension;
}

function tellBase(story: Story, { index, slot }: Task, base: Term): Pair | null {
  const last = index === story.graph.calculations.length - 1;
  if (slot.via || slot.bearer.origin) return null;
  const known = story.state.amounts.get(termKey(base));
  if (!known) return pairWithNew(story, slot, base, last);
  return isUsedUp(story, base) ? null : pairWithKnown(story, slot, known);
}

/** Where the story goes on, "her apples" would mean those of every day: only its end compares the days of one agent. */
function pickDimension(story: Story, last: boolean): Dimension {
  return story.random.pick(
    last ? ["agent", "agent", "agent", "time", "variety"] : ["agent", "agent", "agent", "variety"],
  );
}

function pairWithKnown(story: Story, slot: HoldingSlot, known: Told): Pair | null {
  if (known.unit !== slot.unit || known.state !== "fresh") return null;
  const own = settle(story, slot.bearer);
  const dimension = own && differenceOf(own, known.bearer);
  return own && dimension ? { own, other: known.bearer, dimension } : null;
}

function pairWithNew(story: Story, slot: HoldingSlot, base: Term, last: boolean): Pair | null {
  const { unit, bearer } = slot;
  const dimension = bearer.agent === null ? pickDimension(story, last) : "agent";
  const siblingsOf: HoldingSlot = { ...slot, bearer: { ...bearer, [dimension]: null } };
  const pair = siblings(story, siblingsOf, dimension, bearer.agent === null ? 2 : 1);
  if (!pair) return null;
  const [other, own = bearer as Bearer] = pair as [Bearer, Bearer?];
  const told = story.plan.holding(story, base, { unit, bearer: other, via: null });
  return told?.state === "fresh" ? { own, other, dimension } : null;
}
