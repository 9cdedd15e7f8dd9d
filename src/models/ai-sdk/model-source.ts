import type { LanguageModelV4CallOptions } from "@ai-sdk/provider";
import { contentKey, type Json } from "../../foundation/content-key.ts";
import { ErrataError } from "../../foundation/errors.ts";
import { readApiKey, type Variables } from "./api-key.ts";
import { createCompletionModel } from "./completion-model.ts";
import type { CallableModel } from "./passed-model.ts";
import type {
  AiSdkSettings,
  HostedSettings,
  OpenAiCompatibleSettings,
  PassedModelSettings,
} from "./settings.ts";

/** A model of the AI SDK: what it is, where it is, and how to get it once it is needed. */
export interface ModelSource {
  /** Everything that determines its answers apart from the request: no key, no limits. */
  readonly id: string;
  /** Tells endpoints with limits of their own apart. */
  readonly endpoint: string;
  /** What the endpoint is called in messages. */
  readonly name: string;
  /** Where its key comes from, for messages. */
  readonly apiKeyVariable?: string;
  /** Whether it can be held to a JSON schema. */
  readonly structuredOutput: boolean;
  readonly providerOptions?: NonNullable<LanguageModelV4CallOptions["providerOptions"]>;
  /** Models that are passed as objects send their calls in their own way. */
  load(fetch: typeof globalThis.fetch): Promise<CallableModel>;
}

export function modelSource(settings: AiSdkSettings, variables: Variables): ModelSource {
  switch (settings.kind) {
    case "openai-compatible":
      return compatibleSource(settings, variables);
    case "ai-sdk":
      return passedSource(settings);
    default:
      return hostedSource(settings, variables);
  }
}

function compatibleSource(settings: OpenAiCompatibleSettings, variables: Variables): ModelSource {
  const { baseUrl, model, prompt, apiKeyVariable, structuredOutput, extraBody } = settings;
  const key = () =>
    apiKeyVariable === undefined ? undefined : readApiKey(variables, apiKeyVariable, baseUrl);
  return {
    id: identity(["openai-compatible", baseUrl, model], { prompt, structuredOutput, extraBody }),
    endpoint: `${baseUrl} ${apiKeyVariable ?? ""}`,
    name: baseUrl,
    ...(apiKeyVariable === undefined ? {} : { apiKeyVariable }),
    structuredOutput: structuredOutput && prompt === "chat",
    providerOptions: { openaiCompatible: extraBody },
    async load(fetch) {
      const apiKey = key();
      if (prompt === "completion") {
        const headers = apiKey === undefined ? {} : { authorization: `Bearer ${apiKey}` };
        return createCompletionModel({ baseUrl, modelId: model, headers, extraBody, fetch });
      }
      const { createOpenAICompatible } = await import("@ai-sdk/openai-compatible");
      return createOpenAICompatible({
        name: "openaiCompatible",
        baseURL: baseUrl,
        fetch,
        supportsStructuredOutputs: structuredOutput,
        ...(apiKey === undefined ? {} : { apiKey }),
      }).chatModel(model);
    },
  };
}

const hostedNames = { openai: "OpenAI", anthropic: "Anthropic", google: "Google" } as const;

function hostedSource(settings: HostedSettings, variables: Variables): ModelSource {
  const { kind, model, baseUrl, options, apiKeyVariable } = settings;
  const name = baseUrl ?? hostedNames[kind];
  return {
    id: identity([kind, ...(baseUrl === undefined ? [] : [baseUrl]), model], { options }),
    endpoint: `${baseUrl ?? kind} ${apiKeyVariable}`,
    name,
    apiKeyVariable,
    structuredOutput: true,
    providerOptions: { [kind]: options },
    load: (fetch) => loadHosted(settings, readApiKey(variables, apiKeyVariable, name), fetch),
  };
}

/** OpenAI's chat interface and not its responses, which take neither stop texts nor seeds. */
async function loadHosted(
  { kind, model, baseUrl }: HostedSettings,
  apiKey: string,
  fetch: typeof globalThis.fetch,
): Promise<CallableModel> {
  const options = { apiKey, fetch, ...(baseUrl === undefined ? {} : { baseURL: baseUrl }) };
  switch (kind) {
    case "openai":
      return (await import("@ai-sdk/openai")).createOpenAI(options).chat(model);
    case "anthropic":
      return (await import("@ai-sdk/anthropic")).createAnthropic(options)(model);
    case "google":
      return (await import("@ai-sdk/google")).createGoogleGenerativeAI(options)(model);
  }
}

function passedSource({ model, variant, providerOptions }: PassedModelSettings): ModelSource {
  const { provider, modelId, languageModel } = model;
  return {
    id: identity(["ai-sdk", provider, modelId], { variant, providerOptions }),
    endpoint: provider,
    name: provider,
    structuredOutput: true,
    providerOptions,
    async load() {
      if (languageModel) return languageModel;
      throw new ErrataError(`The model ${modelId} of ${provider} is an object, which a run does not store.`, {
        advice: "Give the configuration that made the run again, with --config.",
      });
    },
  };
}

/** A name to read, and a digest of the settings beside it. */
function identity(name: readonly string[], settings: { [name: string]: Json | undefined }): string {
  return `${name.join(" ")}#${contentKey(settings).slice(0, 12)}`;
}
