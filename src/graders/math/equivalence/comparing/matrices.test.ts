import { describe, expect, it } from "vitest";
import { isEquivalent } from "../index.ts";

describe("matrices", () => {
  it.each([
    ["\\begin{vmatrix}a&b\\\\c&d\\end{vmatrix}", "ad-bc", true],
    ["\\det\\begin{pmatrix}1&2&3\\\\0&1&4\\\\5&6&0\\end{pmatrix}", "1", true],
    ["\\begin{pmatrix}1\\\\2\\end{pmatrix}^T", "\\begin{pmatrix}1&2\\end{pmatrix}", true],
    ["\\begin{pmatrix}1&1\\\\0&1\\end{pmatrix}^3", "\\begin{pmatrix}1&3\\\\0&1\\end{pmatrix}", true],
    ["[[1,2],[3,4]]", "\\begin{bmatrix}1&2\\\\3&4\\end{bmatrix}", true],
    ["\\begin{vmatrix}1&2\\\\3&4\\end{vmatrix}", "2", false],
    ["\\begin{pmatrix}1&2\\\\3&4\\end{pmatrix}", "\\begin{pmatrix}1&3\\\\2&4\\end{pmatrix}", false],
    ["\\begin{pmatrix}1&1\\\\0&1\\end{pmatrix}^{900}", "\\begin{pmatrix}1&900\\\\0&1\\end{pmatrix}", null],
  ])("%s and %s: %s", (a, b, equal) => {
    expect(isEquivalent(a, b).equal).toBe(equal);
  });
});
