import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";

const program = fileURLToPath(new URL("../../tests/fixtures/small-heap.ts", import.meta.url));

it.skipIf(process.platform === "win32")(
  "makes the process anew with a small heap, once, and keeps its id, arguments, input and own flags",
  () => {
    const { pid, stdout, stderr } = spawnSync(
      process.execPath,
      ["--max-semi-space-size=32", program, "run", "a b"],
      { encoding: "utf8", input: "typed" },
    );
    expect(stderr).toBe("");
    expect(JSON.parse(stdout)).toEqual({
      pid,
      execArgv: ["--max-semi-space-size=16", "--heap-growing-percent=100", "--max-semi-space-size=32"],
      parameters: ["run", "a b"],
      input: "typed",
    });
  },
);
