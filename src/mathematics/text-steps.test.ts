import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { splitSteps, stepAt } from "./text-steps.ts";

const textsOf = (solution: string) => splitSteps(solution).map(({ text }) => text);

describe("splitSteps", () => {
  it("takes the lines of a solution of several lines, and its answer line", () => {
    expect(textsOf("He has 2 + 3 = 5. All red.\nHe eats 1.\n\n#### 4")).toEqual([
      "He has 2 + 3 = 5. All red.",
      "He eats 1.",
      "#### 4",
    ]);
  });

  it("takes the sentences of a solution of one line", () => {
    expect(textsOf("Mr. Fox pays $2.50 for J. Hare. She pays 3.0 more! Is it 5.5? Yes.\n#### 5.5")).toEqual([
      "Mr. Fox pays $2.50 for J. Hare.",
      "She pays 3.0 more!",
      "Is it 5.5?",
      "Yes.",
      "#### 5.5",
    ]);
  });

  it("cuts no displayed formula", () => {
    const formula = "\\begin{align*}\nx &= 2\\\\\ny &= 3\n\\end{align*}";
    expect(textsOf(`We get\n\\[\nx = 2\n\\]\n${formula}\nSo 5.`)).toEqual([
      "We get",
      "\\[\nx = 2\n\\]",
      formula,
      "So 5.",
    ]);
  });

  it("gives exact places: nothing but white space stands between steps", () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom("Go on. ", "x\n", "2.5 ", "$$", "\\[", "\\]", "\n\n", "A")),
        (parts) => {
          const text = parts.join("");
          const steps = splitSteps(text);
          for (const step of steps) expect(text.slice(step.start, step.end)).toBe(step.text);
          const between = steps.map(({ start }, i) => text.slice(steps[i - 1]?.end ?? 0, start));
          expect([...between, text.slice(steps.at(-1)?.end ?? 0)].join("").trim()).toBe("");
        },
      ),
    );
  });
});

it("finds the step of a place", () => {
  const steps = splitSteps("ab\ncd\nef");
  expect([0, 3, 99].map((place) => stepAt(steps, place))).toEqual([0, 1, 2]);
});
