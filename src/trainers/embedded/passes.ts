import { lengthOf, type PassShape, shapeFor, type TokenExample } from "./training-batch.ts";

/** Some examples of a batch and the shape in which they go through the model together. */
export interface Pass {
  examples: readonly TokenExample[];
  shape: PassShape;
}

/**
 * Most rows of one pass. The gradients of a batch's passes are added up: few rows at a time take a fraction of the
 * memory of the whole batch, and what they compute stays in the processor's caches.
 */
export const rowsPerPass = 4;

/**
 * Two shapes for the examples of a training: one that holds the shorter half, one that holds all. Each shape is compiled
 * once, which takes as long as several steps; with one shape alone, short examples would be mostly padding.
 */
export function chooseShapes(examples: readonly TokenExample[]): PassShape[] {
  const byLength = examples.toSorted((a, b) => lengthOf(a) - lengthOf(b));
  const shorter = shapeFor(byLength.slice(0, Math.ceil(byLength.length / 2)));
  const all = shapeFor(byLength);
  return [shorter, all];
}

/** Divides a batch into passes, each in the smallest of the shapes that holds it. */
export function dividePasses(batch: readonly TokenExample[], shapes: readonly PassShape[]): Pass[] {
  const byLength = batch.toSorted((a, b) => lengthOf(a) - lengthOf(b));
  const passes = Array.from({ length: Math.ceil(batch.length / rowsPerPass) }, (_, index) =>
    byLength.slice(index * rowsPerPass, (index + 1) * rowsPerPass),
  );
  return passes.map((examples) => {
    const needed = shapeFor(examples);
    const fits = ({ length, window }: PassShape): boolean =>
      length >= needed.length && window >= needed.window;
    return { examples, shape: shapes.find(fits) ?? needed };
  });
}
