import { relative, resolve } from "node:path";
import { z } from "zod";
import { modelPrices } from "../../config/model-prices.ts";
import { Config } from "../../config/schema.ts";
import type { RunServices } from "../../engine/execute-run.ts";
import { type RunFolder, readJsonFile, writeJsonFile } from "../../engine/run-folder.ts";
import { ErrataError } from "../../foundation/errors.ts";
import { ModelPrices } from "../../models/prices/index.ts";
import { errataVersion } from "../version.ts";

/** What a run was made with: `config.json` in its folder. Secrets have no place in a configuration. */
const RunRecord = z.object({
  errataVersion: z.string(),
  startedAt: z.string(),
  /** Null while the run is not at its end. */
  finishedAt: z.string().nullable(),
  /** Where the configuration's relative paths start, seen from the run folder. */
  configFolder: z.string(),
  /** Identities of the adapters behind the ports. */
  services: z.record(z.string(), z.string()),
  /** What the models of the run cost, as the run was begun. */
  prices: ModelPrices,
  config: Config,
});
export type RunRecord = z.infer<typeof RunRecord>;

/** Reads the record of a run; null where the folder holds none. */
export function readRunRecord(folder: RunFolder): RunRecord | null {
  const value = readJsonFile(folder.configFile);
  if (value === null) return null;
  const parsed = RunRecord.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new ErrataError(`${folder.configFile} cannot be understood:\n${z.prettifyError(parsed.error)}`, {
    advice: "Read the run with the version of Errata that wrote it, or start a new run with another --out.",
  });
}

export function writeRunRecord(folder: RunFolder, record: RunRecord): void {
  writeJsonFile(folder.configFile, record);
}

/** The record of a run that begins or goes on now, with the configuration it works by. */
export function beginRunRecord(
  folder: RunFolder,
  earlier: RunRecord | null,
  options: { config: Config; configFolder: string; services: RunServices; instant: string },
): RunRecord {
  const { config, configFolder, services, instant } = options;
  return {
    errataVersion,
    startedAt: earlier?.startedAt ?? instant,
    finishedAt: null,
    configFolder: relative(folder.path, configFolder) || ".",
    services: {
      target: services.server.baseId,
      template: services.template.id,
      instructor: services.instructor.id,
      grader: services.grader.id,
      benchmarkGrader: (services.benchmarkGrader ?? services.grader).id,
      trainer: services.trainer.id,
    },
    prices: modelPrices(config, { ...(earlier ? { earlier: earlier.prices } : {}), instant }),
    config,
  };
}

/** The folder from which the recorded configuration's relative paths start. */
export function configFolderOf(folder: RunFolder, record: RunRecord): string {
  return resolve(folder.path, record.configFolder);
}
