import { z } from "zod";
import { EndpointLimits } from "../admission/index.ts";
import { BatchSettings } from "../openai-batch/index.ts";
import { PassedModel } from "./passed-model.ts";

const limits = EndpointLimits.prefault({});

/** Has requests answered in batches, within a day and at half the price. */
const batch = BatchSettings.optional();

/** Name of the environment variable that holds the key; the key itself has no place in a configuration. */
const apiKeyVariable = z
  .string()
  .regex(/^[A-Za-z_]\w*$/, "the name of an environment variable, never the key itself");

const baseUrl = z
  .url({ protocol: /^https?$/ })
  .refine(
    (url) => !/@|[?#]/.test(url),
    "no user, password or query: name the key's variable in `apiKeyVariable`",
  )
  .transform((url) => url.replace(/\/+$/, ""));

/** Any server with OpenAI's interface: vLLM, SGLang, Ollama, LM Studio, llama.cpp. */
export const OpenAiCompatibleSettings = z.strictObject({
  kind: z.literal("openai-compatible"),
  /** Usually ends with `/v1`. */
  baseUrl,
  model: z.string().min(1),
  /** `chat`: the server puts the prompt into the model's chat template. `completion`: the model continues it as it is. */
  prompt: z.enum(["chat", "completion"]).default("chat"),
  apiKeyVariable: apiKeyVariable.optional(),
  /** Whether the server can hold a model to a JSON schema. */
  structuredOutput: z.boolean().default(true),
  /** Further fields of every request's body, such as vLLM's `top_k` or `chat_template_kwargs`. */
  extraBody: z.record(z.string(), z.json()).default({}),
  limits,
  batch,
});

const hosted = {
  model: z.string().min(1),
  baseUrl: baseUrl.optional(),
  /** The provider's own options, as the AI SDK names them. */
  options: z.record(z.string(), z.json()).default({}),
  limits,
};

export const OpenAiSettings = z.strictObject({
  kind: z.literal("openai"),
  ...hosted,
  batch,
  apiKeyVariable: apiKeyVariable.default("OPENAI_API_KEY"),
});

export const AnthropicSettings = z.strictObject({
  kind: z.literal("anthropic"),
  ...hosted,
  apiKeyVariable: apiKeyVariable.default("ANTHROPIC_API_KEY"),
});

export const GoogleSettings = z.strictObject({
  kind: z.literal("google"),
  ...hosted,
  apiKeyVariable: apiKeyVariable.default("GOOGLE_GENERATIVE_AI_API_KEY"),
});

/** Any AI SDK language model, passed as an object in `errata.config.ts`. */
export const PassedModelSettings = z.strictObject({
  kind: z.literal("ai-sdk"),
  model: PassedModel,
  /** What tells this model's answers from those of another setting of it, where provider and model do not. */
  variant: z.string().optional(),
  /** Further options of every call, by provider, as the AI SDK takes them. */
  providerOptions: z.record(z.string(), z.record(z.string(), z.json())).default({}),
  limits,
});

/** Every kind of model that is called through the AI SDK. */
export const aiSdkSettings = [
  OpenAiCompatibleSettings,
  OpenAiSettings,
  AnthropicSettings,
  GoogleSettings,
  PassedModelSettings,
] as const;

export const AiSdkSettings = z.discriminatedUnion("kind", aiSdkSettings);
export type AiSdkSettings = z.infer<typeof AiSdkSettings>;
export type OpenAiCompatibleSettings = z.infer<typeof OpenAiCompatibleSettings>;
export type HostedSettings = z.infer<
  typeof OpenAiSettings | typeof AnthropicSettings | typeof GoogleSettings
>;
export type PassedModelSettings = z.infer<typeof PassedModelSettings>;

/** How the requests of a model are put into batches; undefined where each is sent by itself. */
export function batchSettingsOf(settings: AiSdkSettings): BatchSettings | undefined {
  return "batch" in settings ? settings.batch : undefined;
}
