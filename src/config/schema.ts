import { z } from "zod";
import { protocols } from "../instructors/llm/index.ts";
import { aiSdkSettings } from "../models/ai-sdk/settings.ts";
import { LlamaCppSettings } from "../models/llama-cpp/settings.ts";
import { TokenPrice } from "../models/prices/index.ts";
import { promptTemplates } from "../models/prompt-template.ts";
import { CustomGrader } from "./custom-grader.ts";
import { DataSetSource, Sample } from "./data-set-source.ts";
import { Fields } from "./fields.ts";
import { graders } from "./graders.ts";
import { promptFormOf } from "./prompt-form-of.ts";
import { protocolMismatch } from "./protocols-of.ts";
import { recipes } from "./recipes.ts";
import { baselineControls } from "./recipes-baselines.ts";
import { TargetConfig } from "./target-config.ts";
import { TrainerConfig } from "./trainer-config.ts";

const names = <Name extends string>(table: Record<Name, unknown>) => Object.keys(table) as [Name, ...Name[]];

/** Where problems come from: a published data set, a file, or the generator of word problems. */
export const ProblemSource = z.union([
  DataSetSource,
  Sample.extend({
    file: z.string(),
    fields: Fields,
    /** Which split of its data set the file is; seeds or dev problems from a test split mark the run as contaminated. */
    split: z.enum(["train", "dev", "test"]).default("train"),
  }),
  z.strictObject({
    wordProblems: z.enum(["train", "dev", "test", "test-out-of-domain"]),
    count: z.int().positive(),
  }),
]);
export type ProblemSource = z.infer<typeof ProblemSource>;

const Sources = z
  .union([ProblemSource, z.array(ProblemSource)])
  .transform((value) => (Array.isArray(value) ? value : [value]));

const DataConfig = z
  .strictObject({
    /** Problems whose failed attempts the method learns from. */
    seeds: Sources,
    /** Problems on which selection scores its candidates; disjoint from the seeds and from every benchmark. */
    dev: Sources.default([]),
    /** By name: problems that only evaluation reads. */
    benchmarks: z.record(z.string(), Sources).default({}),
    /** Which benchmarks hold kinds of problem that the seeds do not. */
    outOfDomain: z.array(z.string()).default([]),
    /** Further problems that new ones must differ from. */
    novelFrom: Sources.default([]),
    /** Files of the MathChat benchmark, whose dialogues are held in the place of made ones. */
    mathchat: z
      .strictObject({
        followUps: z.string().optional(),
        errorCorrections: z.string().optional(),
        /** The first so many of each file. */
        limit: z.int().positive().optional(),
      })
      .default({}),
  })
  .superRefine(({ benchmarks, outOfDomain }, context) => {
    for (const [index, name] of outOfDomain.entries()) {
      if (!(name in benchmarks)) {
        context.addIssue({
          code: "custom",
          path: ["outOfDomain", index],
          message: `there is no benchmark "${name}"`,
        });
      }
    }
  });

const outputTokens = z.int().positive();

export const InstructorConfig = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("symbolic"),
    /** The probability of a diagnosis to name a wrong cause: what right ones are worth. Without it none does. */
    wrongDiagnoses: z.number().min(0).max(1).optional(),
  }),
  z.strictObject({
    kind: z.literal("llm"),
    /** The language model that is asked. */
    model: z.discriminatedUnion("kind", [LlamaCppSettings, ...aiSdkSettings]),
    /** What it is shown, and how it is asked; the recipe's own where nothing is said. */
    protocol: z.enum(names(protocols)).optional(),
    /** A folder with prompts of the user's own; those it lacks are the protocol's. */
    prompts: z.string().optional(),
    /** Where a model's context is small. */
    maxOutputTokens: z
      .strictObject({
        diagnose: outputTokens,
        cluster: outputTokens,
        synthesize: outputTokens,
        solve: outputTokens,
        analyse: outputTokens,
        inject: outputTokens,
        fix: outputTokens,
        restart: outputTokens,
        smooth: outputTokens,
      })
      .partial()
      .default({}),
  }),
]);

/** A grader by its name, or one of the user's own. */
const GraderConfig = z.union([z.enum(names(graders)), CustomGrader]);

/** A run, as a user writes it. Everything has a default but the data. */
export const Config = z
  .strictObject({
    /** Name of the run; its folder is `runs/<name>` unless `out` says otherwise. */
    name: z
      .string()
      .regex(/^[\w.-]+$/, "letters, digits, '.', '_' and '-' only")
      .default("run"),
    out: z.string().optional(),
    recipe: z.enum(names(recipes)).default("sei"),
    /** Baselines that stand beside the method as further controls, each with as many training examples. */
    controls: z.array(z.enum(names(baselineControls))).default([]),
    seed: z.union([z.string(), z.int()]).transform(String).default("0"),
    iterations: z.int().positive().default(3),
    /** End after this stage of the first iteration: `synthesize` needs no live target. */
    until: z.string().optional(),
    target: TargetConfig,
    /** The prompts a target was taught: the pupil's own for the embedded target, `alpaca` (the papers') for others. */
    template: z.enum(names(promptTemplates)).optional(),
    instructor: InstructorConfig.default({ kind: "symbolic" }),
    /** What decides whether an attempt is right; a recipe that reproduces a paper takes the paper's. */
    grader: GraderConfig.optional(),
    /** The grader of the benchmarks, where it is another. */
    benchmarkGrader: GraderConfig.optional(),
    trainer: TrainerConfig.default({ kind: "embedded" }),
    data: DataConfig,
    /** US dollars per million tokens, by the name of a model: where the listed price is unknown or not the one paid. */
    prices: z.record(z.string(), TokenPrice).default({}),
    /** The most that a run may pay for its models: it stops before a call that might pass it, and goes on once it is raised. */
    budget: z.strictObject({ usd: z.number().nonnegative() }).optional(),
    /** When a training text counts as standing in a benchmark, for the report alone. */
    overlap: z
      .strictObject({
        /** So many words in a row in both. */
        nGram: z.int().positive().default(13),
        /** Questions alike by more than this Rouge-L F-measure. */
        rougeL: z.number().positive().max(1).default(0.7),
      })
      .prefault({}),
    /** Settings by stage, laid over the recipe's. */
    stages: z.record(z.string(), z.record(z.string(), z.unknown())).default({}),
  })
  .superRefine(({ instructor, recipe }, context) => {
    const mismatch = instructor.kind === "llm" ? protocolMismatch(recipe, instructor) : null;
    if (!mismatch) return;
    const { path, message } = mismatch;
    context.addIssue({ code: "custom", path: ["instructor", ...path], message });
  })
  .superRefine(({ instructor, stages }, context) => {
    if (instructor.kind === "symbolic" && stages.synthesize?.verify === "votes") {
      const message = "votes need a language model as the instructor; `recompute` needs none";
      context.addIssue({ code: "custom", path: ["stages", "synthesize", "verify"], message });
    }
  })
  .superRefine(({ target, stages }, context) => {
    if (stages.mix?.learns === "continuation" && promptFormOf(target) === "chat") {
      const message =
        "a chat would be shown the wrong beginning as the user's words; `continuation` takes a target with `prompt: completion`";
      context.addIssue({ code: "custom", path: ["stages", "mix", "learns"], message });
    }
  });
export type Config = z.infer<typeof Config>;
export type ConfigInput = z.input<typeof Config>;
