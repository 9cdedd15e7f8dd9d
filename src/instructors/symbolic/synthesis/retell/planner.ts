import { type Calculation, type Term, termKey } from "../chain/calculation.ts";
import { byLink } from "./roles/by-link.ts";
import {
  fewerThan,
  fractionAsMany,
  moreThan,
  shareAsMany,
  shareMoreOrFewer,
  timesAsMany,
} from "./roles/compared.ts";
import { packed, reached } from "./roles/exchanged.ts";
import { gained } from "./roles/gained.ts";
import { average, scheduled, spread, versus } from "./roles/last.ts";
import { outflow } from "./roles/outflow.ts";
import { part } from "./roles/part.ts";
import { tellRate } from "./roles/rate.ts";
import { remainder } from "./roles/remainder.ts";
import type { Role } from "./roles/role.ts";
import { sharedOut } from "./roles/shared-out.ts";
import { stated, statedInLargerUnit } from "./roles/stated.ts";
import { total } from "./roles/total.ts";
import { missing, wanted } from "./roles/wanted.ts";
import { anyone, firstOf, type HoldingSlot, type Planner, type Story, type Told } from "./story.ts";
import type { Unit } from "./vocabulary.ts";

/** Readings of an amount that the story goes on with; those with more weight tend to be tried first. */
const roles: readonly [Role, weight: number][] = [
  [byLink, 5],
  [packed, 3],
  [part, 2.5],
  [remainder, 4],
  [sharedOut, 2],
  [total, 4],
  [gained, 1.5],
  [fewerThan, 0.5],
  [fractionAsMany, 0.5],
  [moreThan, 0.4],
  [shareAsMany, 0.2],
  [shareMoreOrFewer, 2],
  [timesAsMany, 0.4],
];

/** Readings that a story can only end with. */
const lastRoles: readonly [Role, weight: number][] = [
  [average, 4],
  [missing, 2],
  [reached, 4],
  [scheduled, 3],
  [spread, 3],
  [versus, 2],
];

/** The planner whose parts call each other through the story. */
export const planner: Planner = { holding, wanted, outflow, rate: tellRate };

/** Plans the whole chain: its last calculation becomes what the story asks for. Null where no typed reading is found. */
export function planStory(story: Story): Told | null {
  const index = story.graph.calculations.length - 1;
  const calculation = story.graph.calculations[index]!;
  const attempts = unitsByRichness(story).flatMap((unit) => {
    const slot = { unit, bearer: anyone, via: null };
    return weightedOrder(story, [...roles, ...lastRoles]).map(
      (role) => () => role(story, { calculation, index, slot }),
    );
  });
  return firstOf(story, [...attempts, ...exchangesAtTheEnd(story, calculation, index)]);
}

/** How many hours, boxes or friends it takes: units that a story can end with, though it is not about them. */
function exchangesAtTheEnd(story: Story, calculation: Calculation, index: number): (() => Told | null)[] {
  if (calculation.kind !== "quotient") return [];
  const ones = new Set(story.theme.links.map(({ one }) => one)).difference(new Set(story.theme.units));
  return story.random.shuffle([...ones]).flatMap((unit) => {
    const task = { calculation, index, slot: { unit, bearer: anyone, via: null } };
    return [() => packed(story, task), () => reached(story, task)];
  });
}

function holding(story: Story, term: Term, slot: HoldingSlot): Told | null {
  const known = story.state.amounts.get(termKey(term));
  if (known) return fits(known, slot) ? known : null;
  if (term.kind === "number") return stated(story, term, slot);
  const calculation = story.graph.calculations[term.calculation]!;
  const task = { calculation, index: term.calculation, slot };
  const inOrder = [statedInLargerUnit, ...weightedOrder(story, roles)];
  return firstOf(
    story,
    inOrder.map((role) => () => role(story, task)),
  );
}

/** Whether an amount told before can stand in a place. */
function fits(known: Told, { unit, bearer, via }: HoldingSlot): boolean {
  return (
    known.unit === unit &&
    via === null &&
    (bearer.agent === null || bearer.agent === known.bearer.agent) &&
    (["time", "variety", "origin"] as const).every(
      (dimension) => known.bearer[dimension] === bearer[dimension],
    )
  );
}

/** Units that can come about in many ways make better ends of a story. */
function unitsByRichness(story: Story): Unit[] {
  const { units, links } = story.theme;
  const ways = (unit: Unit) =>
    links.filter(({ many, direction }) => many === unit && direction === "in").length;
  return weightedOrder(
    story,
    units.map((unit) => [unit, 1 + 2 * ways(unit)]),
  );
}

/** A random order in which the heavier tend to come earlier (Efraimidis and Spirakis: keys `u^(1/w)`). */
function weightedOrder<T>(story: Story, weighted: readonly (readonly [T, weight: number])[]): T[] {
  return weighted
    .map(([item, weight]) => ({ item, key: story.random.next() ** (1 / weight) }))
    .sort((a, b) => b.key - a.key)
    .map(({ item }) => item);
}
