import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createRandom } from "../../../../foundation/random.ts";
import { toNumber } from "../../../../mathematics/rational.ts";
import { readWorkedSolution, type Step } from "../../../../mathematics/worked-solution.ts";
import type { ProblemDraft } from "../../../instructor.ts";
import { numbersOf } from "../chain/question-numbers.ts";
import { themes } from "../themes/index.ts";
import { retell } from "./retell.ts";
import { shapes } from "./shapes.fixture.ts";

/** Numbers that a reader brings along: percents, hours, weeks, dozens. */
const known = [100, 60, 52, 12, 7];

const story = fc.record({
  shape: fc.constantFrom(...shapes),
  theme: fc.constantFrom(...themes),
  seed: fc.nat(),
});

/** Runs a check on the drafts of many shapes, settings and seeds. */
function forEveryDraft(check: (draft: ProblemDraft, steps: readonly Step[]) => void): void {
  fc.assert(
    fc.property(story, ({ shape: [, graph], theme, seed }) => {
      const draft = retell(graph, theme, createRandom(String(seed)));
      if (draft) check(draft, readWorkedSolution(draft.solution).steps);
    }),
    { numRuns: 600, seed: 11 },
  );
}

describe("retell", () => {
  it("states every step right, and the last as the answer", () => {
    forEveryDraft(({ solution }, steps) => {
      expect(steps.every(({ correct }) => correct)).toBe(true);
      expect(solution.split("\n").at(-1)).toBe(`#### ${toNumber(steps.at(-1)!.stated)}`);
    });
  });

  it("keeps to plausible amounts: positive, whole or in half dollars", () => {
    forEveryDraft((_, steps) => {
      for (const { stated, text } of steps) {
        const value = toNumber(stated);
        expect(value, text).toBeGreaterThan(0);
        expect(value, text).toBeLessThanOrEqual(12_000);
        expect(Number.isInteger(value * 2), text).toBe(true);
      }
    });
  });

  it("gives every number of the solution in the question, and uses every number given in digits", () => {
    forEveryDraft(({ question }, steps) => {
      const results = steps.map(({ stated }) => toNumber(stated));
      const operands = steps.flatMap((step) => step.operands.map(({ value }) => toNumber(value)));
      const given = numbersOf(question).flatMap(({ readings }) =>
        readings.map(({ value }) => toNumber(value)),
      );
      const average = question.includes("On average") ? [2, 3] : [];
      for (const operand of operands)
        expect([...given, ...results, ...known, ...average], question).toContain(operand);
      const digits = question.match(/\d[\d,]*(?:\.\d+)?/g) ?? [];
      for (const number of digits) expect(operands, question).toContain(Number(number.replaceAll(",", "")));
    });
  });

  it("leaves no trace of its templates, and asks one question at the end", () => {
    forEveryDraft(({ question, solution }) => {
      expect(question).not.toMatch(/[{}<>]|undefined|NaN| {2}|\.\./);
      expect(question).toMatch(/^[A-Z].*[^?.]\?$/);
      expect(question.split("?")).toHaveLength(2);
      for (const sentence of question.split(/[.?] /)) expect(sentence).toMatch(/^[A-Z\d]/);
      expect(solution).not.toMatch(/[{}]|undefined|NaN/);
    });
  });

  it("takes one line for each calculation of the chain", () => {
    for (const [name, graph] of shapes) {
      for (const theme of themes) {
        const draft = retell(graph, theme, createRandom(`lines of ${name}`));
        if (draft) expect(draft.solution.split("\n")).toHaveLength(graph.calculations.length + 1);
      }
    }
  });

  it("depends on its seed alone", () => {
    const [, graph] = shapes[1]!;
    const tell = (seed: string) => retell(graph, themes[0]!, createRandom(seed));
    expect(tell("a")).toEqual(tell("a"));
    expect(tell("a")).not.toEqual(tell("b"));
  });

  it.each(shapes)("finds settings for the shape: %s", (name, graph) => {
    const told = themes.filter((theme) =>
      [1, 2, 3].some((seed) => retell(graph, theme, createRandom(`${name} ${seed}`)) !== null),
    );
    expect(told.length).toBeGreaterThanOrEqual(5);
  });

  it.each(themes.map((theme) => [theme.id, theme] as const))(
    "tells most shapes in the setting: %s",
    (_, theme) => {
      const told = shapes.filter(([name, graph]) =>
        [1, 2, 3].some((seed) => retell(graph, theme, createRandom(`${name} ${seed}`)) !== null),
      );
      expect(told.length / shapes.length).toBeGreaterThan(0.6);
    },
  );
});
