import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import { contentKey } from "../foundation/content-key.ts";
import { loadExperiment } from "./load-experiment.ts";

const folder = mkdtempSync(join(tmpdir(), "errata-experiment-"));
afterAll(() => rmSync(folder, { recursive: true }));

const data = {
  seeds: { wordProblems: "train", count: 8 },
  benchmarks: { b: { wordProblems: "test", count: 8 } },
};

function load(name: string, experiment: unknown) {
  writeFileSync(join(folder, name), JSON.stringify(experiment));
  return loadExperiment(name, folder);
}

describe("an experiment file", () => {
  it("gives every variation with every seed, the first seed first", async () => {
    const base = { target: { kind: "embedded" }, data, iterations: 1, out: "elsewhere" };
    const experiment = await load("sizes.json", {
      base,
      variations: { small: null, large: { stages: { synthesize: { problems: 40 } } } },
      seeds: [7, "b"],
    });
    expect(experiment).toMatchObject({ name: "sizes", variations: ["small", "large"], configFolder: folder });
    expect(experiment.cells.map(({ id }) => id)).toEqual(["small-7", "large-7", "small-b", "large-b"]);
    expect(experiment.cells[3]?.config).toMatchObject({
      name: "large-b",
      seed: "b",
      iterations: 1,
      stages: { synthesize: { problems: 40 } },
    });
    expect(experiment.cells[0]?.config.out).toBeUndefined();
  });

  it("lies over the configuration that it extends, from whose folder paths start", async () => {
    mkdirSync(join(folder, "project"));
    const config = { name: "usual", seed: 4, target: { kind: "embedded" }, data, iterations: 3 };
    writeFileSync(join(folder, "project", "errata.config.json"), JSON.stringify(config));
    const base = { extends: "project/errata.config.json", iterations: 2 };
    const experiment = await load("over.json", { name: "other", base, variations: { a: {} } });
    expect(experiment).toMatchObject({ name: "other", configFolder: join(folder, "project") });
    expect(experiment.cells.map(({ config }) => config)).toMatchObject([
      { name: "a-0", seed: "0", iterations: 2, target: { kind: "embedded" } },
    ]);
  });

  it.each([
    [{ variations: {} }, "name at least one variation"],
    [{ variations: { "1st": {} } }, "a name is a letter, then letters"],
    [{ variations: { a: {} }, seeds: ["1-2"] }, "letters, digits, '.' and '_' only"],
    [{ variations: { a: { name: "b" } } }, "comes from the name of the variation in an experiment"],
    [{ variations: { a: {} }, strategies: [] }, 'Unrecognized key: "strategies"'],
  ])("is refused where it is wrong: %j", async (experiment, message) => {
    // A name of its own: what was imported once is not read again.
    await expect(load(`wrong-${contentKey(message)}.json`, experiment)).rejects.toThrow(message);
  });
});

it.each([
  ["selection", 18],
  ["dev-set-size", 6],
  ["methods", 12],
  ["format-control", 12],
  ["instructor-strength", 9],
  ["from-scratch-or-continue", 6],
  ["error-types", 12],
])("the ready file %s.yaml is an experiment", async (name, cells) => {
  const file = fileURLToPath(new URL(`../../experiments/${name}.yaml`, import.meta.url));
  const experiment = await loadExperiment(file, folder);
  expect(experiment.name).toBe(name);
  expect(experiment.cells).toHaveLength(cells);
});
