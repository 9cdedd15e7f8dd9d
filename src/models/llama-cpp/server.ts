import { basename, join, resolve } from "node:path";
import { contentKey } from "../../foundation/content-key.ts";
import type { LanguageModel } from "../language-model.ts";
import type { ModelServer } from "../model-server.ts";
import { type AdapterFile, adapterFile } from "./adapter-file.ts";
import { type Base, openBase } from "./base.ts";
import { fileDigest } from "./file-digest.ts";
import { generateWith } from "./generate.ts";
import { promptTokens } from "./prompt-tokens.ts";
import { rememberedIn } from "./remembered.ts";
import { createSequencePool } from "./sequence-pool.ts";
import type { LlamaCppSettings } from "./settings.ts";
import { openContexts } from "./share-cores.ts";

export interface LlamaCppOptions {
  settings: LlamaCppSettings;
  /** Where relative paths start, and where `node-llama-cpp` is looked for first. */
  folder: string;
  /** What is found out about this machine is kept here. */
  cacheFolder: string;
  /** Hears what was measured. */
  tell?: (message: string) => void;
}

/**
 * Serves the model of a GGUF file inside this process, by `node-llama-cpp`, with adapters beside it.
 *
 * Nothing is loaded before the first model is served. A request is decoded in a sequence of its own that begins empty, so
 * that with one sequence in each context answers do not depend on what else is in flight.
 *
 * @example
 * const settings = LlamaCppSettings.parse({ kind: "llama-cpp", model: "SmolLM2-135M-Instruct.Q4_1.gguf" });
 * const server = createLlamaCppServer({ settings, folder: ".", cacheFolder: ".cache" });
 * const model = await server.serve("runs/mine/adapters/1");
 */
export function createLlamaCppServer({
  settings,
  folder,
  cacheFolder,
  tell = () => {},
}: LlamaCppOptions): ModelServer {
  const file = resolve(folder, settings.model);
  const remembered = rememberedIn(join(cacheFolder, "llama-cpp"));
  let digest: string | null = null;
  let base: Promise<Base> | null = null;
  const open = new Set<LanguageModel>();
  const digestOfFile = () => {
    digest ??= fileDigest(file, remembered);
    return digest;
  };
  const baseId = () => `${basename(file)}@${digestOfFile()}#${variantOf(settings)}`;

  return {
    get baseId() {
      return baseId();
    },

    async serve(adapterDirectory, signal) {
      base ??= openBase({ settings, file, digest: digestOfFile(), folder, remembered, tell });
      const opened = await base;
      signal?.throwIfAborted();
      const adapter = adapterDirectory === null ? null : await adapterFile(adapterDirectory, opened.model);
      try {
        const id = adapter ? `${baseId()}+${adapter.digest}` : baseId();
        const model = await serveModel(id, opened, settings, file, adapter);
        open.add(model);
        return model;
      } catch (error) {
        await adapter?.remove();
        throw error;
      }
    },

    async close() {
      const opened = await base?.catch(() => null);
      // llama.cpp does not end while there are contexts.
      for (const model of open) await model.close?.();
      await opened?.llama.dispose();
    },
  };
}

/** The settings that change answers; where and by how many threads they are computed does not. */
const variantOf = ({ prompt, contextSize, sequences }: LlamaCppSettings): string =>
  contentKey({ prompt, contextSize, sequences }).slice(0, 12);

async function serveModel(
  id: string,
  { binding, llama, model, arrangement }: Base,
  settings: LlamaCppSettings,
  file: string,
  adapter: AdapterFile | null,
): Promise<LanguageModel> {
  const { prompt, sequences } = settings;
  const contextSize = Math.min(settings.contextSize, model.trainContextSize);
  const tokensOf = promptTokens(model, prompt, file);
  const lora = adapter ? { lora: adapter.path } : {};
  const contexts = await openContexts(model, arrangement, { contextSize, sequences, ...lora });
  const pool = createSequencePool(contexts, sequences);
  return {
    id,
    concurrency: contexts.length * sequences,
    generate: generateWith({
      model,
      pool,
      contextSize,
      tokensOf,
      async grammarStateFor(schema) {
        const grammar = await llama.createGrammarForJsonSchema(schema);
        return new binding.LlamaGrammarEvaluationState({ model, grammar });
      },
    }),
    async close() {
      await pool.close();
      await adapter?.remove();
    },
  };
}
