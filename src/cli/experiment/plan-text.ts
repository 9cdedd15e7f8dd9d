import { join } from "node:path";
import type { Config } from "../../config/schema.ts";
import { runFolderAt } from "../../engine/run-folder.ts";
import type { Experiment } from "../../experiment/index.ts";
import { layOutTable } from "../../report/console/table.ts";
import { plural } from "../../report/format.ts";
import { changedKeys } from "../run/changed-keys.ts";
import { readRunRecord } from "../run/run-record.ts";

/** What an experiment consists of: how its variations differ, and how far every cell is. */
export function planText({ name, variations, cells }: Experiment, path: string): string {
  const columns = [
    { title: "cell", align: "left" },
    { title: "recipe", align: "left" },
    { title: "seed", align: "left" },
    { title: "", align: "left" },
  ] as const;
  const rows = cells.map(({ id, seed, config }) => [id, config.recipe, seed, stateOf(join(path, id))]);
  const lines = [
    `${name}: ${plural(variations.length, "variation")}, ${plural(cells.length, "cell")}, in ${path}`,
    "",
    ...differences(variations, cells),
    "",
    ...layOutTable(columns, rows, Number.POSITIVE_INFINITY),
  ];
  return `${lines.join("\n")}\n`;
}

/** A line for every variation: what it sets otherwise than the first. */
function differences(variations: readonly string[], cells: Experiment["cells"]): string[] {
  const configOf = (variation: string) => cells.find((cell) => cell.variation === variation)!.config;
  const [first = ""] = variations;
  return variations.map((variation) => {
    const changes = changedKeys(settingsOf(configOf(first)), settingsOf(configOf(variation)));
    const differs = changes.length === 0 ? "the same as the first" : changes.join(", ");
    return `${variation}: ${variation === first ? "what the others are compared with" : differs}`;
  });
}

const settingsOf = ({ name: _, ...settings }: Config): Omit<Config, "name"> => settings;

function stateOf(path: string): string {
  const record = readRunRecord(runFolderAt(path));
  if (!record) return "not begun";
  return record.finishedAt === null ? "begun" : "finished";
}
