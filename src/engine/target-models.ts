import type { Adapter } from "../domain/adapter.ts";
import type { LanguageModel } from "../models/language-model.ts";
import type { ModelServer } from "../models/model-server.ts";
import type { TargetModels } from "../stages/stage.ts";
import { cacheResponses } from "./response-cache.ts";
import type { RunFolder } from "./run-folder.ts";
import type { RunStore } from "./run-store.ts";

/** The target models of a run: each is served when a step first asks for it and stays open until it is closed here. */
export interface TargetModelPool {
  /** The models as one step calls them: what no step before it asks for counts as its own. */
  forStep(step: string): TargetModels;
  /** Closes the models with other adapters than these, by key; the base model stays. */
  keepOpen(adapters: ReadonlySet<string>): Promise<void>;
  close(): Promise<void>;
}

interface ServedModel {
  model: LanguageModel;
  asCalledBy: (step: string) => LanguageModel;
}

/** The base model's name among the keys of adapters. */
const base = "base";

export function createTargetModelPool(
  server: ModelServer,
  store: RunStore,
  folder: Pick<RunFolder, "adapterDirectory">,
  signal: AbortSignal,
  limit: (model: LanguageModel) => LanguageModel = (model) => model,
): TargetModelPool {
  const served = new Map<string, Promise<ServedModel>>();
  const serve = async (adapter: Adapter | null): Promise<ServedModel> => {
    const directory = adapter ? folder.adapterDirectory(adapter.key) : null;
    const model = await server.serve(directory, signal);
    return { model, asCalledBy: cacheResponses(limit(model), store) };
  };
  const servedOnce = (adapter: Adapter | null): Promise<ServedModel> => {
    const key = adapter?.key ?? base;
    const known = served.get(key) ?? serve(adapter);
    served.set(key, known);
    return known;
  };
  return {
    forStep: (step) => ({
      id: server.baseId,
      withAdapter: async (adapter) => (await servedOnce(adapter)).asCalledBy(step),
    }),
    async keepOpen(adapters) {
      const unneeded = [...served].filter(([key]) => key !== base && !adapters.has(key));
      for (const [key] of unneeded) served.delete(key);
      await closeServed(unneeded.map(([, model]) => model));
    },
    async close() {
      try {
        await closeServed([...served.values()]);
      } finally {
        await server.close();
      }
    },
  };
}

/** What could not be served needs no closing: whoever asked for it was told. */
async function closeServed(served: readonly Promise<ServedModel>[]): Promise<void> {
  const models = await Promise.allSettled(served);
  await Promise.all(
    models.map((result) => (result.status === "fulfilled" ? result.value.model.close?.() : undefined)),
  );
}
