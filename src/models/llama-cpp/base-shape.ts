import { ErrataError } from "../../foundation/errors.ts";

/** What an adapter must know of the model in a GGUF file. */
export interface BaseShape {
  /** `general.architecture`. */
  architecture: string;
  headCount: number;
  keyValueHeadCount: number;
}

/**
 * Architectures whose linear maps carry the names of Hugging Face's Llama, and whether their GGUF files hold the rows of
 * queries and keys in another order: llama.cpp rotates neighbouring places of a head where Hugging Face rotates its halves.
 */
const reordersQueriesAndKeys: Readonly<Record<string, boolean>> = {
  llama: true,
  granite: true,
  smollm3: true,
  qwen2: false,
  qwen3: false,
  gemma: false,
  gemma2: false,
  gemma3: false,
};

export function hasReorderedQueriesAndKeys({ architecture }: BaseShape): boolean {
  const isReordered = reordersQueriesAndKeys[architecture];
  if (isReordered !== undefined) return isReordered;
  throw new ErrataError(`Adapters cannot be converted for the architecture "${architecture}".`, {
    advice: `Those that can are ${Object.keys(reordersQueriesAndKeys).join(", ")}; for another, serve it with vLLM.`,
  });
}
