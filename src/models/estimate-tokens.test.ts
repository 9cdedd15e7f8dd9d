import { expect, it } from "vitest";
import { estimateTokens } from "./estimate-tokens.ts";

it("takes a token for three bytes, and a part of three for one", () => {
  expect(estimateTokens("")).toBe(0);
  expect(estimateTokens("four")).toBe(2);
  expect(estimateTokens("数学题")).toBe(3);
});
