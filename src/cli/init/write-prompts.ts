import { copyFileSync, existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { ErrataError } from "../../foundation/errors.ts";
import { type ProtocolName, promptFiles } from "../../instructors/llm/index.ts";

/**
 * Copies the prompts of protocols into a folder, to be changed. Throws an `ErrataError` where the folder is there
 * already.
 */
export function writePrompts(protocols: readonly ProtocolName[], folder: string): void {
  if (existsSync(folder)) {
    throw new ErrataError(`${folder} exists already, and is left as it is.`, {
      advice: "Name another folder for the prompts.",
    });
  }
  mkdirSync(folder, { recursive: true });
  for (const { file, path } of protocols.flatMap((protocol) => promptFiles(protocol)))
    copyFileSync(path, join(folder, file));
}
