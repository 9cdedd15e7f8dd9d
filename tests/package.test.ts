import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const root = join(import.meta.dirname, "..");
let project: string;

/** A project that has installed the built package and what it depends on. */
beforeAll(() => {
  execFileSync(process.execPath, [join(root, "scripts/build.ts")]);
  project = mkdtempSync(join(tmpdir(), "errata-package-"));
  const installed = join(project, "node_modules");
  mkdirSync(installed);
  for (const name of readdirSync(join(root, "node_modules"))) {
    symlinkSync(join(root, "node_modules", name), join(installed, name));
  }
  cpSync(join(root, "dist"), join(installed, "errata"), { recursive: true });
}, 60_000);
afterAll(() => rmSync(project, { recursive: true, force: true }));

const node = (...parameters: string[]) =>
  execFileSync(process.execPath, parameters, { cwd: project, encoding: "utf8" });

describe("the published package", () => {
  it("grades by an import of errata/grading", () => {
    writeFileSync(
      join(project, "grade.mjs"),
      'import { gradeMath } from "errata/grading";\nconsole.log(gradeMath({ output: "So \\\\boxed{0.5}", gold: "1/2" }).verdict);\n',
    );
    expect(node("grade.mjs")).toBe("right\n");
  });

  it("starts its threads and finds its weights", () => {
    const errata = "node_modules/errata/src/cli/main.js";
    expect(node(errata, "grade", "--gold", "1/2", "--answer", "0.5")).toContain('"equal":true');
    expect(node(errata, "doctor")).toMatch(/✓ pupil: \d+ tensors/);
  });

  it("brings the Python programs of the trainers, and what they need", () => {
    const trainers = join(project, "node_modules", "errata", "src", "trainers");
    expect(readdirSync(join(trainers, "trl", "program"))).toContain("train.py");
    expect(readdirSync(join(trainers, "python"))).toContain("requirements.txt");
  });

  it("finds the prompts of the language-model instructor", () => {
    const errata = "node_modules/errata/src/cli/main.js";
    node(errata, "init", "--preset", "gpt-4o", "--prompts", "prompts");
    expect(readdirSync(join(project, "prompts")).length).toBeGreaterThan(3);
  });
});
