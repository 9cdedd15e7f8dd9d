import type { LanguageModel } from "../language-model.ts";
import { mostContexts } from "./arrangement.ts";
import { createLlamaCppServer, type LlamaCppOptions } from "./server.ts";

/** The model of a GGUF file by itself, loaded when it is first asked. */
export function createLlamaCppModel(options: LlamaCppOptions): LanguageModel {
  const { contexts = mostContexts, sequences } = options.settings;
  const server = createLlamaCppServer(options);
  let served: Promise<LanguageModel> | null = null;
  return {
    id: server.baseId,
    concurrency: contexts * sequences,
    async generate(request, signal) {
      served ??= server.serve(null);
      return (await served).generate(request, signal);
    },
    async close() {
      const model = await served?.catch(() => null);
      await model?.close?.();
      await server.close();
    },
  };
}
