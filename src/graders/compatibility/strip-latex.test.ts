import { expect, it } from "vitest";
import { stripLatex } from "./strip-latex.ts";

it.each([
  ["\\dfrac12", "\\frac{1}{2}"],
  ["\\tfrac1{72}", "\\frac{1}{72}"],
  ["3/4", "\\frac{3}{4}"],
  ["0.5", "\\frac{1}{2}"],
  [".5", "\\frac{1}{2}"],
  ["x = 5", "5"],
  ["abc = 5", "abc=5"],
  ["\\sqrt3 + \\sqrt{2}", "\\sqrt{3}+\\sqrt{2}"],
  ["90^\\circ", "90"],
  ["90^{\\circ}", "90"],
  ["\\$18.90", "18.90"],
  ["50\\%", "50"],
  ["4\\text{ feet}", "4"],
  ["10,\\!080", "10,080"],
  ["\\left( 3, \\frac{\\pi}{2} \\right)", "(3,\\frac{\\pi}{2})"],
])("%j becomes %j", (text, stripped) => {
  expect(stripLatex(text)).toBe(stripped);
});
