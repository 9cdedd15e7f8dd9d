import { billedInBatches, createAiSdkModel } from "../ai-sdk/index.ts";
import type { LanguageModel } from "../language-model.ts";
import { trainedId } from "../trained-id.ts";
import { digestOfTrainedWeights } from "../trained-weights.ts";
import { type Order, orderLoad, orderUnload, serverKinds } from "./adapter-interface.ts";
import { adapterName } from "./adapter-name.ts";
import { serverPath } from "./server-path.ts";
import type { ServingSurroundings } from "./serving-surroundings.ts";
import type { AdapterServing, OpenAiCompatibleTarget } from "./settings.ts";
import { createSharedLoads } from "./shared-loads.ts";

type RuntimeServing = Extract<AdapterServing, { kind: "vllm" | "sglang" }>;

interface RuntimeAdaptersOptions {
  settings: OpenAiCompatibleTarget;
  adapters: RuntimeServing;
  baseId: string;
}

/** How long a server may take to drop an adapter before it is left to it. */
const unloadMilliseconds = 10_000;

/** Has the base model's own server load adapters while it runs, so that both share what the server bears. */
export function createRuntimeAdapters(
  { settings, adapters, baseId }: RuntimeAdaptersOptions,
  surroundings: ServingSurroundings,
) {
  const { kind, path } = adapters;
  const { variables } = surroundings;
  const order = (signal: AbortSignal): Order => ({ kind: serverKinds[kind], settings, variables, signal });
  const wanted = new Map<string, { directory: string; signal: AbortSignal }>();
  const loads = createSharedLoads({
    async load(name) {
      const { directory, signal } = wanted.get(name)!;
      await orderLoad(order(signal), name, serverPath(directory, path));
    },
    unload: (name) => orderUnload(order(AbortSignal.timeout(unloadMilliseconds)), name),
  });

  return {
    async serve(directory: string, signal: AbortSignal): Promise<LanguageModel> {
      const digest = digestOfTrainedWeights(directory);
      const name = adapterName(digest);
      wanted.set(name, { directory, signal });
      const release = await loads.acquire(name);
      const model = createAiSdkModel({ ...surroundings, settings: asking(settings, kind, name) });
      return {
        ...model,
        id: trainedId(baseId, digest.slice(0, 16)),
        billedAs: model.billedAs ? billedInBatches(baseId) : baseId,
        close: release,
      };
    },
  };
}

/** vLLM knows an adapter as a model; SGLang as one of its model's, which older versions read from a field. */
function asking(
  settings: OpenAiCompatibleTarget,
  kind: RuntimeServing["kind"],
  name: string,
): OpenAiCompatibleTarget {
  if (kind === "vllm") return { ...settings, model: name };
  const extraBody = { ...settings.extraBody, lora_path: name };
  return { ...settings, model: `${settings.model}:${name}`, extraBody };
}
