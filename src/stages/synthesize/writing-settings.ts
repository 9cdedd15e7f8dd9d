import { z } from "zod";

/** How new problems are asked for and which are kept, whatever they are written for. */
export const writingSettings = {
  problemsPerCall: z.int().positive().default(20),
  noveltyThreshold: z.number().min(0).max(1).default(0.7),
  /** `auto`: by votes where the instructor can solve problems, else by recomputation. */
  verify: z.enum(["auto", "recompute", "votes", "none"]).default("auto"),
  /** With `votes`: so many independent solutions of the instructor, of which more than half must agree. */
  votes: z.int().positive().default(3),
  /** What keeps nothing for this many rounds in a row is given up, short of its quota. */
  patience: z.int().positive().default(3),
} as const;
