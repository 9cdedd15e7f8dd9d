import { expect, it } from "vitest";
import { attemptSection } from "./item-sections.ts";

const attempt = { problemId: "1", output: "2", prediction: "2", verdict: "right", how: "exact" } as const;

it("shows what a model reasoned apart from its answer, where it did", () => {
  expect(attemptSection("t", { ...attempt, reasoning: "one and one" }).entries.slice(0, 2)).toEqual([
    ["reasoning", "one and one"],
    ["output", "2"],
  ]);
  expect(attemptSection("t", attempt).entries.map(([name]) => name)).not.toContain("reasoning");
});
