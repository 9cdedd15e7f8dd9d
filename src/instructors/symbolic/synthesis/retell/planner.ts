import { type Term, termKey } from "../chain/calculation.ts";
import { byLink } from "./roles/by-link.ts";
import { fewerThan, fractionAsMany, moreThan, shareAsMany, shareMoreOrFewer, timesAsMany } from "./roles/compared.ts";
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

/** Readings of an amount that the story goes on with; those with more weight tend to be tried first. */
const roles: readonly [Role, weight: number][] = [
  [byLink, 5],
  [packed, 3],
  [part, 2],
  [remainder, 4],
  [sharedOut, 2],
  [total, 4],
  [gained, 1.5],
  [fewerThan, 1],
  [fractionAsMany, 1],
  [moreThan, 1],
  [shareAsMany, 0.5],
  [shareMoreOrFewer, 2],
  [timesAsMany, 1],
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
  const attempts = story.random.shuffle(story.theme.units).flatMap((unit) => {
    const slot = { unit, bearer: anyone, via: null };
    return weightedOrder(story, [...roles, ...lastRoles])
      .map((role) => () => role(story, { calculation, index, slot }));
  });
  return firstOf(story, attempts);
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
    (["time", "variety", "origin"] as const).every((dimension) => known.bearer[dimension] === bearer[dimension])
  );
}

/** A random order in which heavier roles tend to come earlier (Efraimidis and Spirakis: keys `u^(1/w)`). */
function weightedOrder(story: Story, weighted: readonly [Role, weight: number][]): Role[] {
  return weighted
    .map(([role, weight]) => ({ role, key: story.random.next() ** (1 / weight) }))
    .sort((a, b) => b.key - a.key)
    .map(({ role }) => role);
}
