import { z } from "zod";

/** Keys that a cell gets from the experiment. */
const ownKeys = { name: "the name of the variation", seed: "the list `seeds`", out: "the option --out" };

/** A part of a configuration, which is checked once it lies over the base. */
const Part = z
  .record(z.string(), z.unknown())
  .nullable()
  .transform((part) => part ?? {});

const Variation = Part.superRefine((part, context) => {
  for (const [key, origin] of Object.entries(ownKeys)) {
    if (key in part) {
      context.addIssue({ code: "custom", path: [key], message: `comes from ${origin} in an experiment` });
    }
  }
});

/** It begins with a letter, so that variations keep their order whatever reads the file. */
const VariationName = z
  .string()
  .regex(/^[a-z][\w.-]*$/i, "a letter, then letters, digits, '.', '_' and '-' only");

const Seed = z.union([
  z.string().regex(/^[\w.]+$/, "letters, digits, '.' and '_' only"),
  z.int().nonnegative(),
]);

/** An experiment as a user writes it: every variation of one configuration, with every seed. */
export const ExperimentFile = z.strictObject({
  /** Its folder is `runs/experiments/<name>`; the name of the file where nothing is said. */
  name: z
    .string()
    .regex(/^[\w.-]+$/, "letters, digits, '.', '_' and '-' only")
    .optional(),
  /** What all cells have in common; it lies over the configuration file that it `extends`. */
  base: z.looseObject({ extends: z.string().optional() }).default({}),
  /** By name: parts of a configuration, each laid over the base. The first is what the others are compared with. */
  variations: z
    .record(VariationName, Variation)
    .refine((variations) => Object.keys(variations).length > 0, "name at least one variation"),
  seeds: z
    .array(Seed.transform(String))
    .min(1)
    .refine((seeds) => new Set(seeds).size === seeds.length, "every seed once")
    .default(["0"]),
});
export type ExperimentFile = z.infer<typeof ExperimentFile>;
