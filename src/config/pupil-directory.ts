import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import type { TargetConfig } from "./target-config.ts";

const weights = (folder: string): string => fileURLToPath(new URL(`../../pupil/${folder}`, import.meta.url));

/** The embedded model's weights, which come with the package. */
export const pupilDirectory = weights("weights");

/** The pupil's weights by name: out of practice with some skills, and the same after it has read how solvers turn back. */
const pupilDirectories = { "out-of-practice": pupilDirectory, reflective: weights("reflective") } as const;

/** The embedded model of a configuration: the user's own, or a pupil. Relative paths start from `folder`. */
export function embeddedDirectory(target: TargetConfig, folder: string): string {
  if (target.kind !== "embedded") return pupilDirectory;
  return target.directory === undefined
    ? pupilDirectories[target.pupil ?? "out-of-practice"]
    : resolve(folder, target.directory);
}
