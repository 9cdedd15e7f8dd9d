import { existsSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { loadConfig as readConfigFile } from "c12";
import { z } from "zod";
import { ErrataError } from "../foundation/errors.ts";
import { embeddedDefault } from "./embedded-default.ts";
import { embeddedLemma } from "./embedded-lemma.ts";
import { Config, type ConfigInput } from "./schema.ts";

/** A configuration, and the folder its relative paths start from. */
export interface LoadedConfig {
  config: Config;
  folder: string;
  /** The file it was read from; null for what comes with Errata. */
  file: string | null;
}

/** Names under which a configuration is found without being named. */
const defaultFiles = [
  "errata.config.ts",
  "errata.config.js",
  "errata.config.yaml",
  "errata.config.yml",
  "errata.config.json",
];

/** Configurations that are named in the place of a file: `errata run lemma`. */
const ownConfigs: Readonly<Record<string, ConfigInput>> = { lemma: embeddedLemma };

/**
 * Reads the configuration file given, else the one in the working folder, else the embedded default. A name that is no
 * file can be that of a configuration that comes with Errata.
 */
export async function loadConfig(file: string | undefined, workingFolder: string): Promise<LoadedConfig> {
  const own = file === undefined || existsSync(resolve(workingFolder, file)) ? undefined : ownConfigs[file];
  if (own) return { config: parseConfig(own, `"${file}"`), folder: workingFolder, file: null };
  const found = file ?? defaultFiles.find((name) => existsSync(resolve(workingFolder, name)));
  if (found === undefined)
    return {
      config: parseConfig(embeddedDefault, "the embedded default"),
      folder: workingFolder,
      file: null,
    };
  const path = resolve(workingFolder, found);
  if (!existsSync(path)) {
    throw new ErrataError(`There is no configuration file ${path}.`, {
      advice: "Write one with `errata init`.",
    });
  }
  return { config: parseConfig(await readUnchecked(path), found), folder: dirname(path), file: path };
}

/** What a file in YAML, JSON, TypeScript or JavaScript says, unchecked. */
export async function readUnchecked(path: string): Promise<unknown> {
  try {
    const { config } = await readConfigFile({
      cwd: dirname(path),
      configFile: path,
      rcFile: false,
      globalRc: false,
      packageJson: false,
      dotenv: false,
      // Node runs TypeScript itself; transpiling the whole of Errata for `import ... from "errata"` takes seconds.
      jitiOptions: { tryNative: true },
    });
    return config;
  } catch (cause) {
    throw new ErrataError(`${path} cannot be read: ${(cause as Error).message}`, { cause });
  }
}

/** Checks a configuration; the error names every wrong key and what was expected. */
export function parseConfig(value: unknown, place: string): Config {
  const parsed = Config.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new ErrataError(`The configuration in ${place} is not valid:\n${z.prettifyError(parsed.error)}`, {
    advice: "`errata init` writes a configuration with every key explained.",
  });
}
