import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { lengthOf, type PassShape, type TokenExample } from "./padded-example.ts";
import { choosePassShapes } from "./pass-shapes.ts";

const exampleOf = (prompt: number, completion: number): TokenExample => ({
  prompt: Array(prompt).fill(3),
  completion: Array(completion).fill(4),
});
const example = fc
  .tuple(fc.integer({ min: 0, max: 120 }), fc.integer({ min: 1, max: 90 }))
  .map(([prompt, completion]) => exampleOf(prompt, completion));

describe("choosePassShapes", () => {
  it("gives every example a shape that holds it, with a place before its completion", () => {
    fc.assert(
      fc.property(fc.array(example, { minLength: 1, maxLength: 30 }), (examples) => {
        const shapes = choosePassShapes(examples);
        for (const each of examples) {
          const { length, window } = shapes.get(each) as PassShape;
          expect(lengthOf(each)).toBeLessThanOrEqual(length);
          expect(each.completion.length).toBeLessThanOrEqual(window);
          expect(window).toBeLessThan(length);
        }
      }),
    );
  });

  it("pads the shorter half less than the others", () => {
    const [short, middle, long] = [exampleOf(20, 10), exampleOf(40, 20), exampleOf(100, 30)];
    const shapes = choosePassShapes([long, short, middle]);
    expect([short, middle, long].map((each) => shapes.get(each))).toEqual([
      { length: 64, window: 32 },
      { length: 64, window: 32 },
      { length: 160, window: 32 },
    ]);
  });

  it("uses two shapes at most", () => {
    fc.assert(
      fc.property(fc.array(example, { minLength: 1, maxLength: 30 }), (examples) => {
        expect(new Set(choosePassShapes(examples).values()).size).toBeLessThanOrEqual(2);
      }),
    );
  });
});
