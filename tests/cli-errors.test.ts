import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { claimRunFolder } from "../src/engine/run-folder.ts";
import { createTestBench, type TestBench } from "./support/test-environment.ts";
import { toyConfig, writeConfig, writeToyProject } from "./support/toy-problems.ts";
import { createToyServices } from "./support/toy-services.ts";

let bench: TestBench;
beforeEach(() => {
  bench = createTestBench();
  writeToyProject(bench.folder);
});
afterEach(() => bench.remove());

const at = (...path: string[]) => join(bench.folder, ...path);
const configure = (config: object) => writeConfig(bench.folder, config);

/** The command fails for a reason that the person can mend, and says which. */
async function expectFailure(rawArguments: string[], ...texts: string[]): Promise<void> {
  expect(await bench.errata(...rawArguments)).toBe(1);
  for (const text of ["✗", "→", ...texts]) expect(bench.errors()).toContain(text);
  expect(bench.errors()).not.toContain("did not expect");
  expect(bench.output()).toBe("");
}

describe("errata run says what to do about", () => {
  it("a wrong key", async () => {
    configure({ ...toyConfig, iteratoins: 3 });
    await expectFailure(["run"], "errata.config.yaml", 'Unrecognized key: "iteratoins"');
  });

  it("a wrong setting of a stage, before anything is written", async () => {
    configure({ ...toyConfig, stages: { select: { keep: 2 } } });
    await expectFailure(["run"], 'stage "select"', "keep");
    expect(() => readFileSync(at("runs", "toy", "run.sqlite"))).toThrow("ENOENT");
  });

  it("a stage that the recipe lacks", () =>
    expectFailure(["run", "--until", "publish"], '"publish"', "cluster"));

  it("a configuration that is not there", () =>
    expectFailure(["run", "none.yaml"], `There is no configuration file ${at("none.yaml")}`, "errata init"));

  it("a configuration that is no YAML", async () => {
    writeFileSync(at("errata.config.yaml"), "data: [1, 2");
    expect(await bench.errata("run")).toBe(1);
    expect(bench.errors()).toMatch(/errata\.config\.yaml cannot be read: .*\(2:1\)/);
  });

  it("a missing file", async () => {
    configure({ ...toyConfig, data: { ...toyConfig.data, dev: { file: "nowhere.jsonl" } } });
    await expectFailure(["run"], `There is no file ${at("nowhere.jsonl")}`);
  });

  it("a bad row, with its line", async () => {
    const lines = readFileSync(at("seeds.jsonl"), "utf8").split("\n");
    writeFileSync(at("seeds.jsonl"), [lines[0], '{"id": "x", "problem": "?"', ...lines.slice(1)].join("\n"));
    await expectFailure(["run"], "seeds.jsonl, line 2: not JSON");
  });

  it("a problem that is learnt from and measured on", async () => {
    configure({ ...toyConfig, data: { ...toyConfig.data, dev: { file: "seeds.jsonl" } } });
    await expectFailure(["run"], 'share a problem: "seed-0"');
  });

  it("a folder that cannot be written", async () => {
    writeFileSync(at("taken"), "");
    await expectFailure(["run", "--out", "taken/run"], at("taken", "run"), "--out");
  });

  it("a folder in which another process works", async () => {
    const { release } = claimRunFolder(at("runs", "toy"));
    await expectFailure(["run"], "Another process is working", "errata status");
    release();
  });

  it("a record of the run that is damaged", async () => {
    mkdirSync(at("runs", "toy"), { recursive: true });
    writeFileSync(at("runs", "toy", "config.json"), "{");
    await expectFailure(["run"], "config.json is damaged");
  });
});

describe("an error that nobody expected", () => {
  const failing = () => {
    bench.remove();
    bench = createTestBench({
      createServices: () =>
        createToyServices(() => {
          throw new TypeError("toy is broken");
        }),
    });
    writeToyProject(bench.folder);
  };

  it("is told in a line, without its stack", async () => {
    failing();
    expect(await bench.errata("run")).toBe(1);
    expect(bench.errors()).toContain("did not expect: toy is broken");
    expect(bench.errors()).toContain("--verbose");
    expect(bench.errors()).not.toContain("    at ");
  });

  it("shows its stack when asked", async () => {
    failing();
    await bench.errata("run", "--verbose");
    expect(bench.errors()).toMatch(/TypeError: toy is broken\n +at /);
  });
});

describe("wrong usage", () => {
  it.each([
    [["statsu"], 'no command "statsu". Did you mean "status"?'],
    [["frobnicate"], "The commands are run, plan, evaluate"],
    [["run", "--limitt", "3"], "no option --limitt"],
    [["run", "--limit", "many"], "--limit needs a whole number"],
    [["run", "--limit"], "--limit needs a value"],
    [["run", "a.yaml", "b.yaml"], '"b.yaml" is one argument too many'],
    [["show", "runs/toy"], "Missing required positional argument: ITEM"],
    [["export", "runs/toy", "--out", "x", "--format", "csv"], "Expected one of: openai"],
  ])("%j has its own exit code and names the help", async (rawArguments, text) => {
    expect(await bench.errata(...rawArguments)).toBe(2);
    expect(bench.errors()).toContain(text);
    expect(bench.errors()).toContain("--help");
  });

  it("without a command is answered with the help", async () => {
    expect(await bench.errata()).toBe(2);
    expect(bench.errors()).toContain("COMMANDS");
  });
});

describe("--help", () => {
  it.each(["run", "evaluate", "report", "status", "show", "export", "grade", "init", "doctor"])(
    "of %s shows examples and exit codes",
    async (command) => {
      expect(await bench.errata(command, "--help")).toBe(0);
      expect(bench.output()).toContain(`USAGE errata ${command}`);
      expect(bench.output()).toMatch(new RegExp(`EXAMPLES\\n\\n +errata ${command}`));
      expect(bench.output()).toContain("130  interrupted");
    },
  );

  it("of the program lists the commands", async () => {
    expect(await bench.errata("--help")).toBe(0);
    expect(bench.output()).toContain("doctor");
  });
});
