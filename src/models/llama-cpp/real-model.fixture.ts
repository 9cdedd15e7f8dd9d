import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";

/** A real model, as `.ci/run` lays it out: its GGUF file, and the same weights in the form of Hugging Face. */
export interface RealModel {
  folder: string;
  gguf: string;
  /** Where `node-llama-cpp` is installed. */
  bindingFolder: string;
}

const { ERRATA_REAL_MODEL: folder, ERRATA_LLAMA_CPP: bindingFolder } = process.env;

function find(): RealModel | null {
  if (!folder || !bindingFolder || !existsSync(folder)) return null;
  const file = readdirSync(folder).find((name) => name.endsWith(".gguf"));
  return file === undefined ? null : { folder, gguf: join(folder, file), bindingFolder };
}

/** Null where the environment names none. */
export const realModel = find();

/** To stand in the name of a test that is skipped. */
export const reasonToSkip = realModel
  ? ""
  : " (skipped: ERRATA_REAL_MODEL and ERRATA_LLAMA_CPP name no real model; .ci/run lays one out)";
