import { type Calculation, type Term, termKey } from "../chain/calculation.ts";
import { weightedOrder } from "../weighted.ts";
import { byLink } from "./roles/by-link.ts";
import {
  fewerThan,
  fractionAsMany,
  moreThan,
  shareAsMany,
  shareMoreOrFewer,
  timesAsMany,
} from "./roles/compared.ts";
import { convertedUp } from "./roles/converted.ts";
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

interface Reading {
  readonly role: Role;
  /** Those with more weight tend to be tried first. */
  readonly weight: number;
}

type Readings = Readonly<Record<Calculation["kind"], readonly Reading[]>>;

/** Readings of an amount that the story goes on with. */
const readings: Readings = {
  sum: [
    { role: total, weight: 4 },
    { role: gained, weight: 1.5 },
    { role: shareMoreOrFewer, weight: 2 },
    { role: moreThan, weight: 0.4 },
  ],
  difference: [
    { role: remainder, weight: 4 },
    { role: shareMoreOrFewer, weight: 2 },
    { role: fewerThan, weight: 0.5 },
  ],
  product: [
    { role: statedInLargerUnit, weight: 50 },
    { role: byLink, weight: 5 },
    { role: timesAsMany, weight: 0.4 },
  ],
  quotient: [
    { role: packed, weight: 3 },
    { role: sharedOut, weight: 2 },
    { role: part, weight: 2 },
    { role: fractionAsMany, weight: 0.5 },
  ],
  share: [
    { role: part, weight: 3 },
    { role: shareAsMany, weight: 0.3 },
  ],
  complement: [],
};

/** Readings that a story can only end with. */
const lastReadings: Readings = {
  sum: [],
  difference: [
    { role: missing, weight: 2 },
    { role: versus, weight: 2 },
  ],
  product: [],
  quotient: [
    { role: convertedUp, weight: 50 },
    { role: average, weight: 4 },
    { role: reached, weight: 4 },
    { role: scheduled, weight: 3 },
    { role: spread, weight: 3 },
  ],
  share: [],
  complement: [],
};

/** The planner whose parts call each other through the story. */
export const planner: Planner = { holding, wanted, outflow, rate: tellRate };

/** Plans the whole chain: its last calculation becomes what the story asks for. Null where no typed reading is found. */
export function planStory(story: Story): Told | null {
  const index = story.graph.calculations.length - 1;
  const calculation = story.graph.calculations[index]!;
  const endings = [...readings[calculation.kind], ...lastReadings[calculation.kind]];
  const attempts = unitsByRichness(story).flatMap((unit) => {
    const task = { calculation, index, slot: { unit, bearer: anyone, via: null } };
    return weightedOrder(story.random, endings).map(
      ({ role }) =>
        () =>
          role(story, task),
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
  const attempts = weightedOrder(story.random, readings[calculation.kind]);
  return firstOf(
    story,
    attempts.map(
      ({ role }) =>
        () =>
          role(story, task),
    ),
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
  const weighted = units.map((unit) => ({ unit, weight: 1 + 2 * ways(unit) }));
  return weightedOrder(story.random, weighted).map(({ unit }) => unit);
}
