import { describe, expect, it } from "vitest";
import { changedKeys } from "./changed-keys.ts";

describe("changedKeys", () => {
  it("names what differs, down to single values, in order", () => {
    const before = { seed: "0", stages: { train: { epochs: 8 } }, data: { seeds: [{ file: "a" }] } };
    const after = {
      seed: "0",
      stages: { train: { epochs: 4 } },
      data: { seeds: [{ file: "b" }] },
      until: "cluster",
    };
    expect(changedKeys(before, after)).toEqual([
      "data.seeds.0.file (a → b)",
      "stages.train.epochs (8 → 4)",
      "until (none → cluster)",
    ]);
  });

  it("takes an absent key and an undefined one for the same", () => {
    expect(changedKeys({ until: undefined, seed: 1 }, { seed: 1 })).toEqual([]);
  });
});
