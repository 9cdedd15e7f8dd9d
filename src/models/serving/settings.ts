import { z } from "zod";
import {
  AnthropicSettings,
  GoogleSettings,
  OpenAiCompatibleSettings,
  OpenAiSettings,
  PassedModelSettings,
} from "../ai-sdk/settings.ts";

/** A server that loads adapters from its own disk while it runs. */
const loadedByTheServer = {
  /** Where the server sees the run folder under another path: what begins with `from` here begins with `to` there. */
  path: z.strictObject({ from: z.string().min(1), to: z.string().min(1) }).optional(),
};

/** A program of the user's own that serves a model on this machine; docs/serving.md says what it is told. */
const startedByErrata = {
  /** A program with its arguments, or one line for the shell, where it reads `$ERRATA_PORT` and its like. */
  command: z.union([z.string().min(1), z.array(z.string()).min(1)]),
  /** `merged`: an adapter is merged into the base model first, for servers that take whole models alone. */
  weights: z.enum(["adapter", "merged"]).default("adapter"),
  /** How long the command may take until it answers. */
  startSeconds: z.number().positive().default(900),
};

/** How a target behind OpenAI's interface comes to serve what was trained. */
export const AdapterServing = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("vllm"), ...loadedByTheServer }),
  z.strictObject({ kind: z.literal("sglang"), ...loadedByTheServer }),
  z.strictObject({
    kind: z.literal("command"),
    ...startedByErrata,
    /** The base model as the command finds it, where the server at `baseUrl` has another name for it. */
    baseModel: z.string().min(1).optional(),
  }),
]);
export type AdapterServing = z.infer<typeof AdapterServing>;

export const OpenAiCompatibleTarget = OpenAiCompatibleSettings.extend({
  adapters: AdapterServing.optional(),
});
export type OpenAiCompatibleTarget = z.infer<typeof OpenAiCompatibleTarget>;

/** Every kind of target that is called through the AI SDK. */
export const interfaceTargets = [
  OpenAiCompatibleTarget,
  OpenAiSettings,
  AnthropicSettings,
  GoogleSettings,
  PassedModelSettings,
] as const;

const { model, prompt, structuredOutput, extraBody, limits } = OpenAiCompatibleSettings.shape;

/** A target that a command serves on this machine: the base model, and what is trained of it. */
export const CommandTarget = z.strictObject({
  kind: z.literal("command"),
  ...startedByErrata,
  /** The base model: a name of the Hugging Face hub, or a folder. */
  model,
  prompt,
  structuredOutput,
  extraBody,
  limits,
});
export type CommandTarget = z.infer<typeof CommandTarget>;

/** What both kinds of command have in common. */
export type StartedServer = Pick<CommandTarget, "command" | "weights" | "startSeconds">;
