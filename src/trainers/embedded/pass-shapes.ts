import { roundUp } from "../../models/embedded/index.ts";
import { lengthOf, type PassShape, type TokenExample } from "./padded-example.ts";

/** Coarse, so that trainings at the same time often have their shapes in common. */
const sizeStep = 32;

/**
 * Chooses the shape of every example's pass from two: one that holds the shorter half, one that holds all. Each is
 * compiled once on every thread, which takes as long as some thirty passes; one alone would be mostly padding.
 */
export function choosePassShapes(examples: readonly TokenExample[]): Map<TokenExample, PassShape> {
  const byLength = examples.toSorted((a, b) => lengthOf(a) - lengthOf(b));
  const small = smallestShape(byLength.slice(0, Math.ceil(byLength.length / 2)));
  const large = smallestShape(byLength);
  const isSmall = (example: TokenExample): boolean =>
    lengthOf(example) <= small.length && example.completion.length <= small.window;
  return new Map(examples.map((example) => [example, isSmall(example) ? small : large]));
}

function smallestShape(examples: readonly TokenExample[]): PassShape {
  const window = roundUp(Math.max(...examples.map(({ completion }) => completion.length)), sizeStep);
  // A token is predicted from the place before it, so that the window cannot begin at the first place.
  return { window, length: roundUp(Math.max(window + 1, ...examples.map(lengthOf)), sizeStep) };
}
