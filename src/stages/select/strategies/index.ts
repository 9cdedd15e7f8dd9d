import type { SelectionStrategy } from "../strategy.ts";
import { diversity } from "./diversity/index.ts";
import { exact } from "./exact.ts";
import { createLess, type LessSettings } from "./less.ts";
import { loss } from "./loss.ts";
import { createRacing, type RacingSettings } from "./racing/index.ts";
import { random } from "./random.ts";

/** What of the target candidates are judged by: its answers after them, likelihoods, or gradients. Null: it is not asked for anything. */
export type Evidence = "attempts" | "likelihoods" | "gradients" | null;

/** Ways to select, by name. */
export const strategies = {
  exact: { judgesBy: "attempts", create: () => exact },
  racing: { judgesBy: "attempts", create: createRacing },
  loss: { judgesBy: "likelihoods", create: () => loss },
  less: { judgesBy: "gradients", create: createLess },
  diversity: { judgesBy: null, create: () => diversity },
  random: { judgesBy: null, create: () => random },
} as const satisfies Record<
  string,
  { judgesBy: Evidence; create: (settings: RacingSettings & LessSettings) => SelectionStrategy }
>;
export type StrategyName = keyof typeof strategies;
