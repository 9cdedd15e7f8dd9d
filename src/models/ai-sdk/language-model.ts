import type { Admissions } from "../admission/index.ts";
import type { Generation, GenerationRequest, LanguageModel } from "../language-model.ts";
import type { Variables } from "./api-key.ts";
import { callOptions } from "./call-options.ts";
import { failureOf, isFilteredPrompt } from "./failure-of.ts";
import { generationOf } from "./generation-of.ts";
import { modelSource } from "./model-source.ts";
import type { AiSdkSettings } from "./settings.ts";

export interface AiSdkModelOptions {
  settings: AiSdkSettings;
  /** Of the run: models of one endpoint share its limits. */
  admissions: Admissions;
  /** Where keys come from. */
  variables?: Variables;
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
}: AiSdkModelOptions): LanguageModel {
  const source = modelSource(settings, variables);
  const admission = admissions.announce(source.endpoint, source.name, settings.limits);
  let loading: ReturnType<typeof source.load> | undefined;

  const send = async (request: GenerationRequest, signal: AbortSignal): Promise<Generation> => {
    loading ??= source.load();
    const model = await loading;
    try {
      return generationOf(await model.doGenerate(callOptions(request, source, signal)), request.stop ?? []);
    } catch (error) {
      if (isFilteredPrompt(error)) return refusal;
      throw failureOf(error, source);
    }
  };

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

const refusal: Generation = {
  text: "",
  finishReason: "refusal",
  usage: { inputTokens: 0, outputTokens: 0 },
};

function estimateTokens({ prompt, system = "", maxOutputTokens }: GenerationRequest): number {
  return Math.ceil((prompt.length + system.length) / charactersPerToken) + maxOutputTokens;
}
