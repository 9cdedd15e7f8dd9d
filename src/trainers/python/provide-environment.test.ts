import { existsSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ErrataError } from "../../foundation/errors.ts";
import type { Installation } from "./installers.ts";
import { type EnvironmentOptions, providePythonEnvironment } from "./provide-environment.ts";
import { requirementsOfThisMachine } from "./requirements.ts";

let cache: string;
beforeEach(() => {
  cache = mkdtempSync(join(tmpdir(), "errata-python-"));
});
afterEach(() => rmSync(cache, { recursive: true }));

const provide = (options: EnvironmentOptions) =>
  providePythonEnvironment({
    variables: { ERRATA_CACHE_DIR: cache },
    requirements: { files: ["list.txt"], text: "torch==1" },
    ...options,
  });

/** Makes an environment with a file, and counts how often it is asked to. */
function countingInstaller() {
  const made: string[] = [];
  const installer = async ({ directory, onLine }: Installation) => {
    made.push(directory);
    onLine("Collecting torch");
    mkdirSync(directory, { recursive: true });
    // Others have their turn meanwhile.
    await new Promise(setImmediate);
  };
  return { made, installer };
}

describe("providePythonEnvironment", () => {
  it("makes an environment once, and says what it does", async () => {
    const { made, installer } = countingInstaller();
    const told: string[] = [];
    const options = { installers: [installer], onStatus: (status: string) => told.push(status) };
    const first = await provide(options);
    expect(await provide(options)).toBe(first);
    expect(made).toHaveLength(1);
    expect(first.startsWith(made[0] as string)).toBe(true);
    expect(told).toEqual([expect.stringContaining("once"), expect.stringContaining("Collecting torch")]);
  });

  it("makes another one for other packages", async () => {
    const { made, installer } = countingInstaller();
    await provide({ installers: [installer] });
    await provide({ installers: [installer], requirements: { files: [], text: "torch==2" } });
    expect(new Set(made).size).toBe(2);
  });

  it("makes one for two who ask at the same time", async () => {
    const { made, installer } = countingInstaller();
    const told: string[] = [];
    const options = { installers: [installer], onStatus: (status: string) => told.push(status) };
    const [one, other] = await Promise.all([provide(options), provide(options)]);
    expect(one).toBe(other);
    expect(made).toHaveLength(1);
    expect(told).toContainEqual(expect.stringContaining("waiting for another process"));
  });

  it("makes anew what was left half-made", async () => {
    const halfMade = async ({ directory }: Installation) => {
      mkdirSync(directory, { recursive: true });
      throw new Error("killed");
    };
    await expect(provide({ installers: [halfMade] })).rejects.toThrow("killed");
    const { made, installer } = countingInstaller();
    await provide({ installers: [installer] });
    expect(made).toHaveLength(1);
  });

  it("tries the next installer, and tells what the last one said and what can be done", async () => {
    const failing = (message: string) => async () => {
      throw new ErrataError(message);
    };
    const { made, installer } = countingInstaller();
    await provide({ installers: [failing("there is no uv"), installer] });
    expect(made).toHaveLength(1);
    const requirements = { files: ["list.txt"], text: "none" };
    await expect(
      provide({ requirements, installers: [failing("there is no uv"), failing("No matching distribution")] }),
    ).rejects.toMatchObject({
      message: "No matching distribution",
      advice: expect.stringContaining("list.txt"),
    });
  });

  it("stops when it is aborted", async () => {
    const abort = new AbortController();
    const second = countingInstaller();
    const aborting = async () => {
      abort.abort(new Error("enough"));
      throw new Error("ended by SIGTERM");
    };
    await expect(provide({ installers: [aborting, second.installer], signal: abort.signal })).rejects.toThrow(
      "enough",
    );
    expect(second.made).toEqual([]);
  });
});

describe("requirementsOfThisMachine", () => {
  it("pins every package, and adds bitsandbytes where there is a GPU of NVIDIA's", () => {
    const withGpu = requirementsOfThisMachine(true);
    expect(withGpu.text).toContain("bitsandbytes==");
    expect(requirementsOfThisMachine(false).text).not.toContain("bitsandbytes");
    const packages = withGpu.text.split("\n").filter((line) => line !== "" && !line.startsWith("#"));
    expect(packages.length).toBeGreaterThan(5);
    for (const line of packages) expect(line).toMatch(/^[a-z]+==[\d.]+$/);
    for (const file of withGpu.files) expect(existsSync(file)).toBe(true);
  });
});
