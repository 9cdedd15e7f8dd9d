import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { loadBinding } from "./load-binding.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "errata-binding-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe("node-llama-cpp", () => {
  it("is asked for in a sentence where it is missing", async () => {
    await expect(loadBinding(folder)).rejects.toMatchObject({
      name: "ErrataError",
      message: expect.stringContaining("not installed"),
      advice: expect.stringContaining(`npm install node-llama-cpp\` in ${folder}`),
    });
  });

  it("is found beside the user's configuration", async () => {
    const place = join(folder, "node_modules/node-llama-cpp");
    mkdirSync(place, { recursive: true });
    const exports = { ".": { import: "./index.js", node: "./index.js" } };
    writeFileSync(join(place, "package.json"), JSON.stringify({ type: "module", exports }));
    writeFileSync(join(place, "index.js"), "export const getLlama = () => 'here';");
    expect((await loadBinding(folder)).getLlama({} as never)).toBe("here");
  });
});
