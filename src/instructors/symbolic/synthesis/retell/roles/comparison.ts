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
  { index, slot }: Task,
  { base, template, words, before }: Comparison,
): Told | null {
  const pair = tellBase(story, slot, base);
  if (!pair) return null;
  const { own, other, dimension } = pair;
  const all: Words = { ...words(own), other: otherWord(slot.unit, other, dimension) };
  if (!say(story, slot.unit, own, [template], all)) return null;
  before?.(own);
  return obtained(story, index, slot.unit, own);
}

/**
 * Tells the comparison from the side of the base: "Ann picked 12 apples. That was twice as many as Ben picked."
 * Only for a base that is one number: "that" speaks of all that the sentence before it tells.
 */
export function compareBack(story: Story, { index, slot }: Task, comparison: Comparison): Told | null {
  const { base, template, words } = comparison;
  if (base.kind === "result" || story.state.amounts.has(termKey(base))) return null;
  const pair = tellBase(story, slot, base);
  if (pair?.dimension !== "agent") return null;
  const { own } = pair;
  const templates = ["This", "That"].map((subject) => `${subject} <be/1> ${template} {A} <obtain>.`);
  if (!say(story, slot.unit, { ...own, time: null }, templates, words(own))) return null;
  return obtained(story, index, slot.unit, own);
}

interface Pair {
  readonly own: Bearer;
  readonly other: Bearer;
  /** What they differ in. */
  readonly dimension: Dimension;
}

function tellBase(story: Story, slot: HoldingSlot, base: Term): Pair | null {
  if (slot.via || slot.bearer.origin) return null;
  const known = story.state.amounts.get(termKey(base));
  if (!known) return pairWithNew(story, slot, base);
  return isUsedUp(story, base) ? null : pairWithKnown(story, slot, known);
}

function pairWithKnown(story: Story, slot: HoldingSlot, known: Told): Pair | null {
  if (known.unit !== slot.unit || known.state !== "fresh") return null;
  const own = settle(story, slot.bearer);
  const dimension = own && differenceOf(own, known.bearer);
  return own && dimension ? { own, other: known.bearer, dimension } : null;
}

function pairWithNew(story: Story, slot: HoldingSlot, base: Term): Pair | null {
  const { unit, bearer } = slot;
  const dimension: Dimension =
    bearer.agent === null ? story.random.pick(["agent", "agent", "agent", "time", "variety"]) : "agent";
  const siblingsOf: HoldingSlot = { ...slot, bearer: { ...bearer, [dimension]: null } };
  const pair = siblings(story, siblingsOf, dimension, bearer.agent === null ? 2 : 1);
  if (!pair) return null;
  const [other, own = bearer as Bearer] = pair as [Bearer, Bearer?];
  const told = story.plan.holding(story, base, { unit, bearer: other, via: null });
  return told?.state === "fresh" ? { own, other, dimension } : null;
}
