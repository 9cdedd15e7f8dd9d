import { ErrataError } from "../../../foundation/errors.ts";
import type { Skill, SkillDefinition } from "../skill.ts";
import { ages } from "./ages.ts";
import { area } from "./area.ts";
import { averages } from "./averages.ts";
import { comparison } from "./comparison.ts";
import { consecutive } from "./consecutive.ts";
import { discounts } from "./discounts.ts";
import { distance } from "./distance.ts";
import { fractions } from "./fractions.ts";
import { gainAndLoss } from "./gain-and-loss.ts";
import { groups } from "./groups.ts";
import { mixtures } from "./mixtures.ts";
import { moneyAndChange } from "./money-and-change.ts";
import { overtime } from "./overtime.ts";
import { percentages } from "./percentages.ts";
import { perimeter } from "./perimeter.ts";
import { profit } from "./profit.ts";
import { rates } from "./rates.ts";
import { ratios } from "./ratios.ts";
import { readingPlans } from "./reading-plans.ts";
import { remainder } from "./remainder.ts";
import { savings } from "./savings.ts";
import { sharedBill } from "./shared-bill.ts";
import { sharing } from "./sharing.ts";
import { time } from "./time.ts";
import { unitConversion } from "./unit-conversion.ts";
import { waste } from "./waste.ts";
import { workDays } from "./work-days.ts";

export const definitions: readonly SkillDefinition[] = [
  gainAndLoss,
  sharing,
  groups,
  rates,
  comparison,
  moneyAndChange,
  sharedBill,
  savings,
  waste,
  time,
  distance,
  area,
  perimeter,
  fractions,
  percentages,
  discounts,
  averages,
  ratios,
  ages,
  remainder,
  unitConversion,
  mixtures,
  overtime,
  workDays,
  consecutive,
  readingPlans,
  profit,
];

/** All skills that word problems are written for. */
export const skills: readonly Skill[] = definitions.map(({ id, name, heldOut }) => ({ id, name, heldOut }));

const byId = new Map(definitions.map((definition) => [definition.id, definition]));

/** @throws ErrataError for an unknown id. */
export function definitionOf(id: string): SkillDefinition {
  const definition = byId.get(id);
  if (definition) return definition;
  throw new ErrataError(`There is no word-problem skill "${id}".`, {
    advice: `The skills are ${[...byId.keys()].join(", ")}.`,
  });
}
