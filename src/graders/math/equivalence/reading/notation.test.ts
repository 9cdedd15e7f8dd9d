import { describe, expect, it } from "vitest";
import { isEquivalent } from "../index.ts";

describe("notation", () => {
  it.each([
    ["2215_6", "2215_{\\text{6}}", true],
    ["1101_{\\text{two}}", "13", true],
    ["0.1_2", "\\frac12", true],
    ["30^\\circ 30'", "30.5^\\circ", true],
    ["30^\\circ 15'", "30^\\circ 20'", false],
    ["25^\\circ\\text{C}", "25", true],
    ["33\\frac13\\%", "\\frac13", true],
    ["C(10,3)", "120", true],
    ["C(1,3)", "3", false],
    ["{10 \\choose 3}", "120", true],
    ["6!!", "48", true],
    ["6!!", "(6!)!", false],
    ["\\overline{3+4i}", "3-4i", true],
    ["\\operatorname{cis}60^\\circ", "\\frac12+\\frac{\\sqrt3}{2}i", true],
    ["]0,1[", "(0,1)", true],
    ["[0,1[", "0\\le x<1", true],
    ["all real numbers except $2$", "x\\ne2", true],
    ["10\\text{ m/s}", "36\\text{ km/h}", true],
    ["3\\text{ to }4", "3:4", true],
    ["5\\text{ ft }6\\text{ in}", "66\\text{ inches}", true],
    ["1\\text{ hour }30\\text{ minutes}", "130\\text{ minutes}", false],
    ["2.5\\text{ million}", "2500000", true],
    ["2.5\\text{ million}", "2.5\\text{ billion}", false],
    ["3\\text{ dozen}", "36", true],
    ["Rs. 500", "500 rupees", true],
    ["USD 5", "\\$5", true],
    ["x=2,y=3\\text{ or }x=3,y=2", "(3,2),(2,3)", true],
    ["1,1,2", "1,2,2", false],
    ["\\min\\{3,5\\}", "3", true],
    ["7\\text{ days}", ".7\\text{ days}", false],
    ["\\$5", "5\\%", false],
    ["x\\equiv3\\pmod5", "x\\equiv8\\pmod5", true],
    ["x\\equiv3\\pmod5", "x\\equiv3\\pmod7", false],
    ["x\\equiv3\\pmod5", "x\\equiv4\\pmod5", false],
    ["\\lim_{n \\to \\infty} \\dfrac{n^2}{2^{n}}", "\\lim_{n\\rightarrow\\infty}\\frac{n^{2}}{2^n}", true],
    ["\\frac{d}{dx}x^2", "x^2", null],
    ["\\constructor", "1", null],
    ["__proto__", "0", null],
    ["\\sqrt[55317324]{55317324}", "1", false],
    ["\\sqrt[8479288846891]{8479288846891}", "2", false],
  ])("%s and %s: %s", (a, b, equal) => {
    expect(isEquivalent(a, b).equal).toBe(equal);
  });
});
