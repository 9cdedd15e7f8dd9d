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

/** Names begin with a letter: others would not keep their order, and the first is special. */
const Variations = z.record(z.string(), Variation).superRefine((variations, context) => {
  const names = Object.keys(variations);
  if (names.length === 0) context.addIssue({ code: "custom", message: "name at least one variation" });
  for (const name of names.filter((each) => !/^[a-z][\w.-]*$/i.test(each))) {
    const message = "a name is a letter, then letters, digits, '.', '_' and '-' only";
    context.addIssue({ code: "custom", path: [name], message });
  }
});

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
  variations: Variations,
  seeds: z
    .array(Seed.transform(String))
    .min(1)
    .refine((seeds) => new Set(seeds).size === seeds.length, "every seed once")
    .default(["0"]),
});
export type ExperimentFile = z.infer<typeof ExperimentFile>;
