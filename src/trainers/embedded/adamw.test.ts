import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { adamwStep, clipGradients, withMoments } from "./adamw.ts";

const settings = { step: 1, learningRate: 0.1, weightDecay: 0 };

describe("adamwStep", () => {
  it("moves by the learning rate against the sign of the first gradient", () => {
    const array = withMoments(Float32Array.from([1, 1, 1]));
    adamwStep(array, Float32Array.from([5, -0.01, 0]), settings);
    expect(array.values[0]).toBeCloseTo(0.9, 5);
    expect(array.values[1]).toBeCloseTo(1.1, 5);
    expect(array.values[2]).toBe(1);
  });

  it("decays values apart from the gradient", () => {
    const array = withMoments(Float32Array.from([2]));
    adamwStep(array, Float32Array.from([0]), { ...settings, weightDecay: 0.5 });
    expect(array.values[0]).toBeCloseTo(2 * (1 - 0.1 * 0.5), 6);
  });

  it("finds the minimum of a parabola", () => {
    const array = withMoments(Float32Array.from([0]));
    for (let step = 1; step <= 400; step++) {
      const gradient = Float32Array.from([2 * ((array.values[0] as number) - 3)]);
      adamwStep(array, gradient, { ...settings, step, learningRate: 0.05 });
    }
    expect(array.values[0]).toBeCloseTo(3, 2);
  });
});

describe("clipGradients", () => {
  const norm = (arrays: Float32Array[]): number => Math.hypot(...arrays.flatMap((array) => [...array]));
  const finite = fc.float({ min: -100, max: 100, noNaN: true });

  it("shortens long gradients to the limit, keeps short ones, and keeps the direction", () => {
    fc.assert(
      fc.property(fc.array(fc.array(finite, { minLength: 1 }), { minLength: 1 }), (values) => {
        const gradients = values.map((array) => Float32Array.from(array));
        const before = gradients.map((array) => array.slice());
        clipGradients(gradients, 1);
        const scale = Math.min(1, 1 / (norm(before) || 1));
        expect(norm(gradients)).toBeLessThanOrEqual(1 + 1e-4);
        gradients.forEach((array, i) => {
          array.forEach((slope, j) => {
            expect(slope).toBeCloseTo((before[i]?.[j] as number) * scale, 3);
          });
        });
      }),
    );
  });
});
