import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { rational } from "../../../../mathematics/rational.ts";
import {
  allReals,
  areSameSets,
  complement,
  emptySet,
  intersection,
  isEmpty,
  pointSet,
  type RealSet,
  ray,
  union,
  without,
} from "./real-sets.ts";

const set: fc.Arbitrary<RealSet> = fc
  .array(fc.tuple(fc.integer({ min: -3, max: 3 }), fc.boolean(), fc.boolean(), fc.boolean()), {
    minLength: 1,
    maxLength: 4,
  })
  .map((parts) =>
    parts
      .map(([at, above, closed, single]) =>
        single ? pointSet(rational(at)) : ray(rational(at), above, closed),
      )
      .reduce((a, b, index) => (index % 2 ? union(a, b)! : intersection(a, b)!)),
  );

describe("sets of real numbers", () => {
  it("obey the laws of sets", () => {
    fc.assert(
      fc.property(set, set, (a, b) => {
        expect(areSameSets(union(a, b)!, union(b, a)!)).toBe(true);
        expect(areSameSets(complement(union(a, b)!), intersection(complement(a), complement(b))!)).toBe(true);
        expect(areSameSets(without(a, b)!, intersection(a, complement(b))!)).toBe(true);
        expect(isEmpty(intersection(a, complement(a))!)).toBe(true);
        expect(areSameSets(union(a, complement(a))!, allReals)).toBe(true);
      }),
    );
  });

  it("differ in one point", () => {
    expect(areSameSets(ray(rational(1), true, true), ray(rational(1), true, false))).toBe(false);
    expect(areSameSets(emptySet, pointSet(rational(0)))).toBe(false);
  });
});
