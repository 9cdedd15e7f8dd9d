import type { Admissions } from "../admission/index.ts";
import { givenText } from "../given-text.ts";
import type { GenerationRequest, LanguageModel } from "../language-model.ts";
import type { Variables } from "./api-key.ts";
import { type Batching, createBatchedModel } from "./batched-model.ts";
import { modelSource } from "./model-source.ts";
import { nodeFetch } from "./node-fetch.ts";
import { createSendRequest } from "./send-request.ts";
import { type AiSdkSettings, batchSettingsOf } from "./settings.ts";

export interface AiSdkModelOptions {
  settings: AiSdkSettings;
  /** Of the run: models of one endpoint share its limits. */
  admissions: Admissions;
  /** Where keys come from. */
  variables?: Variables;
  /** Of the run; needed where the settings ask for batches. */
  batching?: Batching | undefined;
}

/** Characters of English text in a token, roughly. */
const charactersPerToken = 4;

/**
 * A language model of any AI SDK provider.
 *
 * Nothing is loaded, and no key read, before the first call. Failures are told as `Admission.admit` says.
 *
 * @example
 * const settings = AiSdkSettings.parse({ kind: "openai-compatible", baseUrl: "http://localhost:8000/v1", model: "llama" });
 * const model = createAiSdkModel({ settings, admissions: createAdmissions() });
 * const { text } = await model.generate({ prompt: "1 + 1 =", maxOutputTokens: 8, temperature: 0 });
 */
export function createAiSdkModel({
  settings,
  admissions,
  variables = process.env,
  batching,
}: AiSdkModelOptions): LanguageModel {
  const source = modelSource(settings, variables);
  const admission = admissions.announce(source.endpoint, source.name, settings.limits);
  const batch = batchSettingsOf(settings);
  if (batch) return createBatchedModel({ source, settings: batch, admission, batching });

  const send = createSendRequest(source, nodeFetch);
  return {
    id: source.id,
    concurrency: settings.limits.concurrency,
    generate: (request, signal) =>
      admission().admit({
        send: (signalOfTry) => send(request, signalOfTry),
        estimatedTokens: estimateTokens(request),
        usedTokens: ({ usage }) => usage.inputTokens + usage.outputTokens,
        signal,
      }),
  };
}

function estimateTokens(request: GenerationRequest): number {
  return Math.ceil(givenText(request).length / charactersPerToken) + request.maxOutputTokens;
}
