import { readFileSync } from "node:fs";
import { ErrataError } from "../../foundation/errors.ts";

/** The bytes of a file that a person named. Throws an `ErrataError` where there is none, or it cannot be read. */
export function readFile(file: string): Uint8Array {
  try {
    return readFileSync(file);
  } catch (cause) {
    const missing = (cause as NodeJS.ErrnoException).code === "ENOENT";
    throw new ErrataError(
      missing ? `There is no file ${file}.` : `${file} cannot be read: ${(cause as Error).message}.`,
      {
        advice:
          "Check the path in the configuration; relative paths start from the configuration file's folder.",
        cause,
      },
    );
  }
}
