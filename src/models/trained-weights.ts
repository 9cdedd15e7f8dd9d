import { createHash } from "node:crypto";
import { closeSync, openSync, readdirSync, readFileSync, readSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { ErrataError } from "../foundation/errors.ts";
import { adapterFiles } from "./peft/index.ts";

/** What a training leaves in its folder, told by the files that lie there. */
export type TrainedWeights =
  /** LoRA matrices in the layout of Hugging Face PEFT. */
  | { kind: "adapter"; directory: string }
  /** A whole model in the layout of Hugging Face transformers. */
  | { kind: "model"; directory: string }
  /** A model that a provider trained and keeps, by the name under which it is called. */
  | { kind: "hosted"; model: string };

/** Names the model that a provider keeps. */
export const hostedModelFile = "hosted-model.json";
export const HostedModel = z.object({ model: z.string().min(1) });

/** Says what kind of weights lie in the folder of a training. Throws an `ErrataError` where there are none. */
export function readTrainedWeights(directory: string): TrainedWeights {
  const names = readdirSync(directory);
  if (names.includes(adapterFiles.matrices)) return { kind: "adapter", directory };
  if (names.includes(hostedModelFile)) {
    const text = readFileSync(join(directory, hostedModelFile), "utf8");
    return { kind: "hosted", ...HostedModel.parse(JSON.parse(text)) };
  }
  if (names.some(isWeights)) return { kind: "model", directory };
  throw new ErrataError(`The training left no weights in ${directory}.`, {
    advice: `A trainer writes ${adapterFiles.matrices} with ${adapterFiles.config}, the safetensors files of a whole model, or ${hostedModelFile}.`,
  });
}

/** SHA-256 of the weights, in hexadecimal digits: equal digests mean equal weights. */
export function digestOfTrainedWeights(directory: string): string {
  const { kind } = readTrainedWeights(directory);
  const hash = createHash("sha256");
  const files = {
    adapter: () => [adapterFiles.matrices],
    hosted: () => [hostedModelFile],
    model: () => readdirSync(directory).filter(isWeights).sort(),
  }[kind]();
  for (const file of files) updateFromFile(hash, join(directory, file));
  return hash.digest("hex");
}

const isWeights = (name: string) => name.endsWith(".safetensors");

/** In pieces, as a whole model may not fit into memory. */
function updateFromFile(hash: ReturnType<typeof createHash>, path: string): void {
  const piece = new Uint8Array(4 * 1024 * 1024);
  const file = openSync(path, "r");
  try {
    for (let read = readSync(file, piece); read > 0; read = readSync(file, piece)) {
      hash.update(piece.subarray(0, read));
    }
  } finally {
    closeSync(file);
  }
}
