import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { embeddedDirectory } from "./pupil-directory.ts";
import { TargetConfig } from "./target-config.ts";

const directoryOf = (settings: object) =>
  embeddedDirectory(TargetConfig.parse({ kind: "embedded", ...settings }), "/project");

describe("the weights of an embedded target", () => {
  it("are those of a pupil, of which there are two, or a folder of the user's", () => {
    const [plain, reflective] = [directoryOf({}), directoryOf({ pupil: "reflective" })];
    expect(reflective).not.toBe(plain);
    expect(directoryOf({ pupil: "out-of-practice" })).toBe(plain);
    for (const directory of [plain, reflective]) {
      expect(existsSync(join(directory, "model.safetensors"))).toBe(true);
    }
    expect(directoryOf({ directory: "mine" })).toBe(resolve("/project/mine"));
  });

  it("are not both", () => {
    expect(() => directoryOf({ pupil: "reflective", directory: "mine" })).toThrow(
      "either a pupil or that in `directory`",
    );
  });
});
