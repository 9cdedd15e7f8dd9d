import type { Adapter } from "../domain/adapter.ts";
import type { LanguageModel } from "../models/language-model.ts";
import type { ModelServer } from "../models/model-server.ts";
import type { TargetModels } from "../stages/stage.ts";
import { cacheResponses } from "./response-cache.ts";
import type { RunFolder } from "./run-folder.ts";
import type { RunStore } from "./run-store.ts";

/** The target models of a run: each is served once and stays open until the run ends. */
export interface TargetModelPool {
  /** The models as one step calls them: what it is the first to ask for is stored under its name. */
  forStep(step: string): TargetModels;
  close(): Promise<void>;
}

export function createTargetModelPool(
  server: ModelServer,
  store: RunStore,
  folder: Pick<RunFolder, "adapterDirectory">,
  signal: AbortSignal,
): TargetModelPool {
  const served = new Map<string, Promise<LanguageModel>>();
  const serve = (adapter: Adapter | null): Promise<LanguageModel> => {
    const key = adapter?.key ?? "base";
    const model =
      served.get(key) ?? server.serve(adapter ? folder.adapterDirectory(adapter.key) : null, signal);
    served.set(key, model);
    return model;
  };
  return {
    forStep: (step) => ({
      id: server.baseId,
      withAdapter: async (adapter) => cacheResponses(await serve(adapter), store, step),
    }),
    async close() {
      const models = await Promise.allSettled(served.values());
      await Promise.all(
        models.map((model) => (model.status === "fulfilled" ? model.value.close?.() : undefined)),
      );
      await server.close();
    },
  };
}
