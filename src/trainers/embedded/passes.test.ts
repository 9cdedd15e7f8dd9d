import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chooseShapes, dividePasses, rowsPerPass } from "./passes.ts";
import { lengthOf, type TokenExample } from "./training-batch.ts";

const example = fc.tuple(fc.integer({ min: 0, max: 120 }), fc.integer({ min: 1, max: 90 })).map(
  ([prompt, completion]): TokenExample => ({
    prompt: Array(prompt).fill(3),
    completion: Array(completion).fill(4),
  }),
);

describe("passes", () => {
  it("hold every example of a batch once, in a shape that fits", () => {
    fc.assert(
      fc.property(
        fc.array(example, { minLength: 1, maxLength: 30 }),
        fc.integer({ min: 1, max: 12 }),
        (all, size) => {
          const batch = all.slice(0, size);
          const passes = dividePasses(batch, chooseShapes(all));
          expect(new Set(passes.flatMap(({ examples }) => examples))).toEqual(new Set(batch));
          for (const { examples, shape } of passes) {
            expect(examples.length).toBeLessThanOrEqual(rowsPerPass);
            expect(shape.length).toBeGreaterThan(shape.window);
            for (const row of examples) {
              expect(lengthOf(row)).toBeLessThanOrEqual(shape.length);
              expect(row.completion.length).toBeLessThanOrEqual(shape.window);
            }
          }
        },
      ),
    );
  });

  it("use no more than two shapes in a training", () => {
    fc.assert(
      fc.property(fc.array(example, { minLength: 1, maxLength: 30 }), (all) => {
        const shapes = chooseShapes(all);
        for (const { shape } of dividePasses(all, shapes)) expect(shapes).toContain(shape);
      }),
    );
  });
});
