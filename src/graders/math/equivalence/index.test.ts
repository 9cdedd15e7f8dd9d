import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isEquivalent } from "./index.ts";

/** Pairs that are the same. */
const same: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  numerals: [
    ["1{,}000", "1000"],
    ["1,234", "1234"],
    ["1 000", "1000"],
    ["10,\\!236", "10236"],
    ["0.\\overline{3}", "1/3"],
    ["0.1\\overline{6}", "\\frac16"],
    ["0.333...", "1/3"],
    ["0.\\overline{9}", "1"],
    ["1\\frac{1}{2}", "1.5"],
    ["1 1/2", "3/2"],
    ["-1\\frac12", "-1.5"],
    ["2½", "2.5"],
    ["1.2\\times10^3", "1200"],
    ["1.2e3", "1200"],
    ["1010_2", "10"],
    ["152A_{11}", "1968"],
    ["-0", "0"],
    ["007", "7"],
    ["\\frac{12}{5,525}", "\\frac{12}{5525}"],
  ],
  radicals: [
    ["\\sqrt{12}", "2\\sqrt3"],
    ["\\frac{1}{\\sqrt2}", "\\frac{\\sqrt2}{2}"],
    ["\\sqrt{3+2\\sqrt2}", "1+\\sqrt2"],
    ["\\sqrt[3]{2+\\sqrt5}+\\sqrt[3]{2-\\sqrt5}", "1"],
    ["(-8)^{1/3}", "-2"],
    ["8^{2/3}", "4"],
    ["√2", "\\sqrt{2}"],
    ["sqrt(3)/2", "\\frac{\\sqrt3}{2}"],
  ],
  "complex numbers": [
    ["e^{i\\pi}", "-1"],
    ["(1+i)^2", "2i"],
    ["\\frac{1}{1+i}", "\\frac{1-i}{2}"],
    ["2\\mathrm{i}", "2i"],
  ],
  functions: [
    ["\\log_2 8", "3"],
    ["\\ln 8", "3\\ln 2"],
    ["\\frac{\\ln 8}{\\ln 2}", "3"],
    ["\\sin 30^\\circ", "\\frac12"],
    ["\\cos 15^\\circ", "\\frac{\\sqrt6+\\sqrt2}{4}"],
    ["\\sin^{-1}(1/2)", "\\pi/6"],
    ["\\arcsin 1", "\\pi/2"],
    ["\\binom{10}{3}", "120"],
    ["C_5^2", "10"],
    ["5!", "120"],
    ["\\lceil -1.2\\rceil", "-1"],
    ["\\sum_{k=1}^{10}k", "55"],
  ],
  expressions: [
    ["(x+1)^2", "x^2+2x+1"],
    ["\\frac{x^2-1}{x-1}", "x+1"],
    ["\\cos 2x", "1-2\\sin^2 x"],
    ["\\tan^2(y)+1", "\\sec^2 y"],
    ["\\sqrt{x^2}", "|x|"],
    ["\\sqrt{x}\\sqrt{y}", "\\sqrt{xy}"],
    ["\\ln x^2", "2\\ln x"],
    ["a/bc", "\\frac{a}{bc}"],
    ["(-1)^n", "\\cos(n\\pi)"],
    ["n!", "n(n-1)!"],
    ["\\sum_{i=1}^{n} i", "\\frac{n(n+1)}{2}"],
    ["-e^(-x) + 1", "1-e^{-x}"],
    ["x**2", "x^2"],
  ],
  sets: [
    ["x\\ge2", "[2,\\infty)"],
    ["x<0 \\text{ or } x>4", "(-\\infty,0)\\cup(4,\\infty)"],
    ["\\mathbb{R}\\setminus\\{3\\}", "x\\ne3"],
    ["[0,1]\\cup[1,2]", "[0,2]"],
    ["3x>6", "x>2"],
    ["\\text{all real numbers}", "(-\\infty,\\infty)"],
    ["0<f(x)<1", "(0,1)"],
    ["\\{x \\mid -1 \\leqslant x \\leqslant 2\\}", "[-1,2]"],
    ["\\{\\}", "\\emptyset"],
  ],
  collections: [
    ["1, 2 and 3", "3,2,1"],
    ["x=1 or x=2", "1,2"],
    ["1\\pm\\sqrt2", "1+\\sqrt2, 1-\\sqrt2"],
    ["p=5,q=2;p=7,q=2", "(5,2),(7,2)"],
    ["(p,q)=(3,2)", "(3,2)"],
    ["\\frac12\\begin{pmatrix}2\\\\4\\end{pmatrix}", "\\begin{pmatrix}1\\\\2\\end{pmatrix}"],
    [
      "\\begin{pmatrix}1&2\\\\3&4\\end{pmatrix}+\\begin{pmatrix}5&6\\\\7&8\\end{pmatrix}",
      "\\begin{bmatrix}6&8\\\\10&12\\end{bmatrix}",
    ],
    ["[1,2,3]", "(1,2,3)"],
  ],
  equations: [
    ["y=2x+1", "f(x)=2x+1"],
    ["x^2/4 + y^2/3 = 1", "x^2/16 + y^2/12 = 1/4"],
    ["x = 1/3 \\approx 0.333", "1/3"],
    ["b<a<c", "c>a>b"],
    ["a_{n}=2 n-5", "-5+2n"],
  ],
  quantities: [
    ["500 cm", "5 m"],
    ["5\\text{ cm}^2", "5\\text{ square centimeters}"],
    ["25 \\pi / 144 \\mathrm{~m} / \\mathrm{min}", "\\frac{25\\pi}{144}"],
    ["60 mph", "60 miles per hour"],
    ["05\\!:\\!00", "5:00"],
    ["1:2:3", "2:4:6"],
  ],
  words: [
    ["\\text{the third quadrant}", "Third quadrant"],
    ["DNE", "does not exist"],
    ["B,C", "C,B"],
    ["\\text{odd}", "odd"],
  ],
};

/** Pairs that differ. */
const different: readonly (readonly [string, string])[] = [
  ["1/2^{99}", "1/2^{98}"],
  ["3^{100}", "3^{100}+1"],
  ["e^{\\pi\\sqrt{163}}", "262537412640768744"],
  ["\\sqrt2", "1.4143"],
  ["\\pi", "22/7"],
  ["1/8", "0.13"],
  ["3+4i", "3-4i"],
  ["\\log 2", "\\ln 2"],
  ["\\cos 13^\\circ", "\\cos 14^\\circ"],
  ["a-b", "b-a"],
  ["(1,2)", "(2,1)"],
  ["(1,2]", "(1,2)"],
  ["(2,+\\infty)", "(2,-\\infty)"],
  ["x>5", "y>5"],
  ["\\pm2", "2"],
  ["x=1,y=2", "(2,1)"],
  ["x+y=0", "0"],
  ["x^2+y^2=13", "x^2+y^2-13"],
  ["204_5", "204_6"],
  ["5 cm", "5 kg"],
  ["3:30", "7:00"],
  ["3:2", "2:3"],
  ["1:58 am", "1:58 pm"],
  ["increasing", "decreasing"],
  ["2", "AZYUK2A"],
  ["F_n = \\sum_{k=0}^{n-1} F_k F_{n-k-1}", "F_n = \\sum_{k=0}^{n-2} F_k F_{n-k-2}"],
];

/** Pairs that nobody should decide. */
const undecided: readonly (readonly [string, string])[] = [
  ["2003^{2002^{2001}}", "2003^{2002^{2000}}"],
  ["\\int_0^1 x dx", "\\frac12"],
  ["3 +* 4", "7"],
  ["\\frac{5}{0}", "0"],
  ["", "5"],
  ["x".repeat(5000), "5"],
  [`${"(".repeat(10_000)}1${")".repeat(10_000)}`, "1"],
];

describe("isEquivalent", () => {
  describe.each(Object.entries(same))("finds %s equal", (_, pairs) => {
    it.each(pairs)("%s and %s", (a, b) => expect(isEquivalent(a, b)).toMatchObject({ equal: true }));
  });

  it.each(different)("tells %s and %s apart", (a, b) => {
    expect(isEquivalent(a, b)).toMatchObject({ equal: false });
  });

  it.each(undecided)("does not decide %.40s and %.40s", (a, b) => {
    expect(isEquivalent(a, b)).toMatchObject({ equal: null });
  });

  it("takes the digits that a rounded decimal must show from its options", () => {
    expect(isEquivalent("1/3", "0.333").equal).toBe(false);
    expect(isEquivalent("1/3", "0.333", { roundedDigits: 3 }).equal).toBe(true);
  });
});

const piece = fc.constantFrom(
  ..."0 1 2 37 x y i e \\pi \\frac \\sqrt ^ _ { } ( ) [ ] | + - * / = < , ; : ! % \\pm \\cup \\infty \\sin \\ln \\text{cm} \\begin{pmatrix} \\end{pmatrix} & \\\\ \\binom \\sum_{k=1}^{9} ^\\circ $ and é".split(
    " ",
  ),
);
const garbled = fc.array(piece, { maxLength: 25 }).map((pieces) => pieces.join(" "));

describe("isEquivalent of anything", () => {
  it("never throws and does not depend on the order", () => {
    fc.assert(
      fc.property(fc.oneof(garbled, fc.string()), fc.oneof(garbled, fc.string()), (a, b) => {
        expect(isEquivalent(a, b)).toEqual(isEquivalent(b, a));
      }),
      { numRuns: 400 },
    );
  });

  it("finds every answer equal to itself", () => {
    fc.assert(
      fc.property(
        garbled.filter((text) => text.trim() !== ""),
        (text) => {
          expect(isEquivalent(text, ` ${text} `).equal).toBe(true);
        },
      ),
    );
  });

  it("agrees with exact fractions, however they are written", () => {
    const fraction = fc.tuple(fc.integer({ min: -999, max: 999 }), fc.integer({ min: 1, max: 99 }));
    fc.assert(
      fc.property(fraction, fraction, fc.integer({ min: 1, max: 9 }), ([a, b], [c, d], k) => {
        const verdict = isEquivalent(`\\frac{${a * k}}{${b * k}}`, `${c}/${d}`);
        expect(verdict.equal).toBe(a * d === b * c);
      }),
    );
  });
});
