import { lengthOf, type PassShape, shapeFor, type TokenExample } from "./training-batch.ts";

/** Some examples of a batch and the shape in which they go through the model together. */
export interface Pass {
  examples: readonly TokenExample[];
  shape: PassShape;
}

/**
 * Most rows of one pass. Few take a fraction of the memory of a whole batch and leave passes for every thread; but each
 * pass costs a third of a row besides its rows.
 */
export const rowsPerPass = 2;

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

/**
 * Divides a batch into passes, each in the smallest of the shapes that holds it. The longest come first, so that no thread
 * begins one of these when the others are done.
 */
export function dividePasses(batch: readonly TokenExample[], shapes: readonly PassShape[]): Pass[] {
  const byLength = batch.toSorted((a, b) => lengthOf(b) - lengthOf(a));
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
