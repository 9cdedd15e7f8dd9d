import { createHash } from "node:crypto";
import { closeSync, existsSync, fstatSync, openSync, readdirSync, readSync, statSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { ErrataError } from "../../foundation/errors.ts";

/** The model that is trained, as the program loads it. */
export interface BaseModel {
  /** In messages. */
  readonly name: string;
  /** An id of the hub, or a folder. */
  readonly source: string;
  readonly gguf_file?: string;
  readonly revision?: string;
}

/** Reads what a configuration names. A relative path starts from `folder`; what is no path is an id of the hub. */
export function baseModelAt(model: string, revision: string | undefined, folder: string): BaseModel {
  const path = resolve(folder, model);
  if (model.endsWith(".gguf")) {
    return { name: basename(path), source: dirname(requireThere(path)), gguf_file: basename(path) };
  }
  if (existsSync(path) || /^[./~]/.test(model)) return { name: basename(path), source: requireThere(path) };
  return { name: model, source: model, ...(revision === undefined ? {} : { revision }) };
}

/** Tells base models apart: the hub's by name and revision, local ones by what is in their files. */
export function identityOf({ name, source, gguf_file, revision }: BaseModel): string {
  if (gguf_file) return `${name}@${fingerprint([join(source, gguf_file)])}`;
  if (!existsSync(source)) return `${name}@${revision ?? "main"}`;
  const files = readdirSync(source).filter((file) => /\.(json|safetensors|bin)$/.test(file));
  return `${name}@${fingerprint(files.sort().map((file) => join(source, file)))}`;
}

function requireThere(path: string): string {
  if (existsSync(path)) return path;
  throw new ErrataError(`The trainer's model ${path} is not there.`, {
    advice: "`trainer.model` is a Hugging Face id, a folder in the layout of transformers, or a .gguf file.",
  });
}

const samples = 64;
const sampleBytes = 16 * 1024;

/** Of the sizes and of samples from all over the files: weights of a hundred gigabytes cannot be read at each start. */
function fingerprint(paths: readonly string[]): string {
  const hash = createHash("sha256");
  for (const path of paths.filter((path) => statSync(path).isFile())) {
    const file = openSync(path, "r");
    const { size } = fstatSync(file);
    hash.update(`${basename(path)} ${size}\n`);
    const sample = Buffer.alloc(sampleBytes);
    for (let index = 0; index < samples; index++) {
      const read = readSync(file, sample, 0, sampleBytes, Math.floor((size * index) / samples));
      hash.update(sample.subarray(0, read));
    }
    closeSync(file);
  }
  return hash.digest("hex").slice(0, 16);
}
