import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ErrataError } from "../../foundation/errors.ts";
import type { BaseShape } from "./base-shape.ts";
import type { LlamaModel } from "./binding.ts";
import { loraToGguf } from "./lora-to-gguf.ts";

/** An adapter in the form that llama.cpp loads. */
export interface AdapterFile {
  path: string;
  digest: string;
  remove(): Promise<void>;
}

/** Converts a PEFT adapter for a model, into a temporary folder. */
export async function adapterFile(adapterDirectory: string, model: LlamaModel): Promise<AdapterFile> {
  const folder = await mkdtemp(join(tmpdir(), "errata-adapter-"));
  const path = join(folder, "adapter.gguf");
  const remove = () => rm(folder, { recursive: true, force: true });
  try {
    return { path, digest: await loraToGguf(adapterDirectory, baseShapeOf(model), path), remove };
  } catch (error) {
    await remove();
    throw error;
  }
}

/** What the model's file says of itself. */
function baseShapeOf({ fileInfo: { metadata, architectureMetadata } }: LlamaModel): BaseShape {
  const { architecture } = metadata.general;
  const { head_count: headCount, head_count_kv: keyValueHeadCount = headCount } =
    architectureMetadata.attention ?? {};
  if (typeof headCount === "number" && typeof keyValueHeadCount === "number") {
    return { architecture, headCount, keyValueHeadCount };
  }
  throw new ErrataError(`The layers of this ${architecture} model differ, so adapters cannot be converted.`, {
    advice: "Serve it with vLLM instead.",
  });
}
