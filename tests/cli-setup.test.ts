import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createTestBench, type TestBench } from "./support/test-environment.ts";

let bench: TestBench;
beforeEach(() => {
  bench = createTestBench();
});
afterEach(() => bench.remove());

describe("errata init", () => {
  it.each(["yaml", "ts"])("writes a configuration in %s, and never over another", async (format) => {
    const file = join(bench.folder, `errata.config.${format}`);
    expect(await bench.errata("init", "--format", format)).toBe(0);
    const text = readFileSync(file, "utf8");
    expect(text).toContain("noveltyThreshold");
    expect(await bench.errata("init", "--format", format, "--example", "gsm8k-replay")).toBe(1);
    expect(bench.errors()).toContain(`${file} exists already`);
    expect(readFileSync(file, "utf8")).toBe(text);
  });
});

describe("errata doctor", () => {
  it("lists what was found, and can do without Python", async () => {
    bench.environment.variables = { ERRATA_PYTHON: join(bench.folder, "none") };
    expect(await bench.errata("doctor")).toBe(0);
    expect(bench.output()).toMatch(/✓ pupil: \d+ tensors/);
    expect(bench.output()).toMatch(/– Python: no .*\n {2}→ Only tests/);
  });
});

describe("the program", () => {
  const main = fileURLToPath(new URL("../src/cli/main.ts", import.meta.url));
  const start = (...rawArguments: string[]) =>
    spawnSync(process.execPath, [main, ...rawArguments], { encoding: "utf8", cwd: bench.folder });

  it("writes results to the one stream and errors to the other, without colours in pipes", () => {
    expect(start("--version")).toMatchObject({
      status: 0,
      stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/),
    });
    expect(start("statsu")).toMatchObject({
      status: 2,
      stdout: "",
      stderr: expect.stringMatching(/^✗ There is no command "statsu"/),
    });
    expect(start("status", "nowhere")).toMatchObject({ status: 1, stdout: "" });
  });
});
