import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { ErrataError } from "../../foundation/errors.ts";
import type { LlamaCppModule } from "./binding.ts";

const packageName = "node-llama-cpp";

/** Loads `node-llama-cpp` as installed beside the user's configuration, else beside Errata. */
export async function loadBinding(folder: string): Promise<LlamaCppModule> {
  const path = resolveFrom(join(folder, "errata.config.ts")) ?? resolveFrom(import.meta.filename);
  if (path === null) {
    throw new ErrataError(
      `A model in a GGUF file needs the package ${packageName}, which is not installed.`,
      {
        advice: `Install it with \`npm install ${packageName}\` in ${folder}; it is large, so Errata does not bring it.`,
      },
    );
  }
  return import(pathToFileURL(path).href);
}

function resolveFrom(file: string): string | null {
  try {
    return createRequire(file).resolve(packageName);
  } catch {
    return null;
  }
}
