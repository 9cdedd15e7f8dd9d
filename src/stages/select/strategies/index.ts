import type { SelectionStrategy } from "../strategy.ts";
import { diversity } from "./diversity/index.ts";
import { exact } from "./exact.ts";
import { createRacing, type RacingSettings } from "./racing/index.ts";
import { random } from "./random.ts";

/** Ways to select, by name, and whether they ask the target. */
export const strategies = {
  exact: { asksTarget: true, create: () => exact },
  racing: { asksTarget: true, create: createRacing },
  diversity: { asksTarget: false, create: () => diversity },
  random: { asksTarget: false, create: () => random },
} as const satisfies Record<
  string,
  { asksTarget: boolean; create: (settings: RacingSettings) => SelectionStrategy }
>;
export type StrategyName = keyof typeof strategies;
