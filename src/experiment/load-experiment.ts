import { existsSync } from "node:fs";
import { basename, dirname, extname, resolve } from "node:path";
import { z } from "zod";
import { readUnchecked } from "../config/load.ts";
import { ErrataError } from "../foundation/errors.ts";
import { type Cell, cellsOf } from "./cells.ts";
import { ExperimentFile } from "./experiment-file.ts";
import { layOver } from "./lay-over.ts";

/** An experiment, ready to be run. */
export interface Experiment {
  name: string;
  /** Names of the variations; the first is what the others are compared with. */
  variations: readonly string[];
  seeds: readonly string[];
  /** In the order in which they are run: all variations with the first seed come first. */
  cells: readonly Cell[];
  /** Where relative paths of its configurations start. */
  configFolder: string;
}

/**
 * Reads an experiment file (YAML, JSON, TypeScript or JavaScript). Relative paths of its configurations start from the
 * folder of the file that it extends, or from its own.
 *
 * @throws ErrataError where a file is missing or a key is wrong, and names it
 */
export async function loadExperiment(file: string, workingFolder: string): Promise<Experiment> {
  const path = existing(resolve(workingFolder, file));
  const { name, base, variations, seeds } = parse(await readUnchecked(path), file);
  const { extends: extended, ...common } = base;
  const extendedPath = extended === undefined ? undefined : existing(resolve(dirname(path), extended));
  const below = extendedPath === undefined ? {} : asPart(await readUnchecked(extendedPath));
  return {
    name: name ?? basename(path, extname(path)),
    variations: Object.keys(variations),
    seeds,
    cells: cellsOf({ base: layOver(below, common), variations, seeds }, file),
    configFolder: dirname(extendedPath ?? path),
  };
}

function existing(path: string): string {
  if (existsSync(path)) return path;
  throw new ErrataError(`There is no file ${path}.`, {
    advice: "docs/experiments.md shows what an experiment file says; some ready ones lie in experiments/.",
  });
}

function parse(value: unknown, file: string): ExperimentFile {
  const parsed = ExperimentFile.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new ErrataError(`The experiment in ${file} is not valid:\n${z.prettifyError(parsed.error)}`, {
    advice: "It says `base`, `variations` and `seeds`: docs/experiments.md explains them.",
  });
}

const asPart = (value: unknown) => (typeof value === "object" && value !== null ? { ...value } : {});
