import type { Adapter } from "../domain/adapter.ts";
import type { LanguageModel } from "../models/language-model.ts";
import type { ModelServer } from "../models/model-server.ts";
import type { TargetModels } from "../stages/stage.ts";
import { cacheResponses } from "./response-cache.ts";
import type { RunFolder } from "./run-folder.ts";
import type { RunStore } from "./run-store.ts";

/** The target models of a run: each is served once and stays open until the run ends. */
export interface TargetModelPool {
  /** The models as one step calls them: what no step before it asks for counts as its own. */
  forStep(step: string): TargetModels;
  close(): Promise<void>;
}

interface ServedModel {
  model: LanguageModel;
  asCalledBy: (step: string) => LanguageModel;
}

export function createTargetModelPool(
  server: ModelServer,
  store: RunStore,
  folder: Pick<RunFolder, "adapterDirectory">,
  signal: AbortSignal,
): TargetModelPool {
  const served = new Map<string, Promise<ServedModel>>();
  const serve = async (adapter: Adapter | null): Promise<ServedModel> => {
    const directory = adapter ? folder.adapterDirectory(adapter.key) : null;
    const model = await server.serve(directory, signal);
    return { model, asCalledBy: cacheResponses(model, store) };
  };
  const servedOnce = (adapter: Adapter | null): Promise<ServedModel> => {
    const key = adapter?.key ?? "base";
    const known = served.get(key) ?? serve(adapter);
    served.set(key, known);
    return known;
  };
  return {
    forStep: (step) => ({
      id: server.baseId,
      withAdapter: async (adapter) => (await servedOnce(adapter)).asCalledBy(step),
    }),
    async close() {
      const models = await Promise.allSettled(served.values());
      try {
        await Promise.all(
          models.map((result) => (result.status === "fulfilled" ? result.value.model.close?.() : undefined)),
        );
      } finally {
        await server.close();
      }
    },
  };
}
