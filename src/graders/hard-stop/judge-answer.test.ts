import { expect, it } from "vitest";
import { judgeAnswer } from "./judge-answer.ts";

it.each([
  ["1/2", "0.5", true],
  ["1/2", "So she keeps \\boxed{\\frac{1}{2}} of it.", true],
  ["She has 5 left.\n#### 5", "The answer is 6.", false],
  ["The midpoints form a regular hexagon", "The midpoints form a regular hexagon", true],
  ["5", "", null],
  ["5", "I'm sorry, but I can't help with that.", null],
  ["5", "So we get \\boxed{5", null],
])("says whether %j and %j are equal: %j", (gold, answer, equal) => {
  expect(judgeAnswer({ gold, answer }).equal).toBe(equal);
});

it("understands options", () => {
  expect(judgeAnswer({ gold: "B", answer: "It is \\boxed{0.5}", choices: ["2", "1/2"] }).equal).toBe(true);
});
