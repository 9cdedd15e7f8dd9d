import { describe, expect, it } from "vitest";
import { suggest } from "./suggest.ts";

describe("suggest", () => {
  it.each([
    ["statsu", ["status", "show"], ["status"]],
    ["REPORT", ["export", "report"], ["report", "export"]],
    ["train-12", ["gsm8k-train-12", "gsm8k-train-999"], ["gsm8k-train-12"]],
    ["entirely-else", ["status", "show"], []],
  ])("%s among %j means %j", (typed, names, meant) => {
    expect(suggest(typed, names)).toEqual(meant);
  });

  it("gives at most as many as asked for, nearest first", () => {
    expect(suggest("seed-1", ["seed-12", "seed-22", "seed-2", "sead-9"], 2)).toEqual(["seed-12", "seed-2"]);
  });
});
