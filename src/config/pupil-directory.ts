import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import type { Config } from "./schema.ts";

/** The embedded model's weights, which come with the package. */
export const pupilDirectory = fileURLToPath(new URL("../../pupil/weights", import.meta.url));

/** The embedded model of a configuration: the user's own, or the pupil. Relative paths start from `folder`. */
export function embeddedDirectory(target: Config["target"], folder: string): string {
  return target.kind === "embedded" && target.directory ? resolve(folder, target.directory) : pupilDirectory;
}
