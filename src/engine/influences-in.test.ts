import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { toyExample, toySettings } from "../trainers/toy-training.fixture.ts";
import type { InfluenceRequest, Trainer } from "../trainers/trainer.ts";
import { influencesIn } from "./influences-in.ts";
import { type RunFolder, runFolderAt } from "./run-folder.ts";

let folder: RunFolder;
beforeEach(() => {
  folder = runFolderAt(mkdtempSync(join(tmpdir(), "errata-influences-")));
});
afterEach(() => rmSync(folder.path, { recursive: true }));

const asked = { candidates: [toyExample("a")], targets: [], warmUp: [], settings: toySettings };
const never = new AbortController().signal;

function tellerIn(influences?: Trainer["influences"]) {
  const trainer = { id: "toy", train: () => Promise.reject(), ...(influences ? { influences } : {}) };
  return influencesIn(folder, trainer, "base", never).influences;
}

describe("influencesIn", () => {
  it("tells influences where the trainer does, and they end with the run", async () => {
    expect(tellerIn()).toBeUndefined();
    const tell = tellerIn(async ({ candidates, signal }) =>
      candidates.map(() => (signal === never ? 0.5 : null)),
    );
    expect(await tell!(asked)).toEqual([0.5]);
  });

  it("gives the next try of the same what an interrupted one kept, and nothing to another", async () => {
    let isInterrupted = true;
    const found: boolean[] = [];
    const tell = tellerIn(async ({ workDirectory }: InfluenceRequest) => {
      const kept = join(workDirectory, "kept");
      found.push(existsSync(kept));
      writeFileSync(kept, "half");
      if (isInterrupted) throw new Error("interrupted");
      return [];
    });
    await expect(tell!(asked)).rejects.toThrow("interrupted");
    isInterrupted = false;
    await tell!({ ...asked, warmUp: [toyExample("b")] });
    await tell!(asked);
    expect(found).toEqual([false, false, true]);
    expect(readdirSync(join(folder.path, "trainings"))).toEqual([]);
  });
});
