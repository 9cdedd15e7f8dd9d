import { appendFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openInfluenceParts } from "./influence-parts.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "errata-parts-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe("parts of influences", () => {
  it("add up over the epochs, for the set of targets where the sum is largest", () => {
    const parts = openInfluenceParts(folder);
    parts.add({ epoch: 1, candidate: 0, shares: [0.5, -0.25] });
    parts.add({ epoch: 2, candidate: 0, shares: [-0.5, 0.5] });
    parts.add({ epoch: 1, candidate: 2, shares: [-0.5, -0.125] });
    expect([0, 1, 2].map(parts.influenceOf)).toEqual([0.25, null, -0.125]);
  });

  it("are found again, as exact as they were", () => {
    const part = { epoch: 3, candidate: 7, shares: [0.1 + 0.2, 1 / 3] };
    openInfluenceParts(folder).add(part);
    const again = openInfluenceParts(folder);
    expect(again.has(3, 7)).toBe(true);
    expect(again.has(2, 7)).toBe(false);
    expect(again.known()).toEqual([[3, 7]]);
    expect(again.influenceOf(7)).toBe(1 / 3);
  });

  it("go on after one that was written in part when the machine stopped", () => {
    openInfluenceParts(folder).add({ epoch: 1, candidate: 0, shares: [0.5] });
    appendFileSync(join(folder, "influences.jsonl"), '{"epoch":1,"candidate":1,"sha');
    openInfluenceParts(folder).add({ epoch: 1, candidate: 2, shares: [0.25] });
    expect(openInfluenceParts(folder).known()).toEqual([
      [1, 0],
      [1, 2],
    ]);
  });
});
