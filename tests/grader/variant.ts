import type { Random } from "../../src/foundation/random.ts";
import type { Shape } from "./shape.ts";

/** An answer with what its surface says. */
export interface Answer {
  text: string;
  /** Without dollars and full stop around it. */
  bare: string;
  shape: Shape;
}

/** One way to write an answer differently, or to make another answer of it; null where it does not apply. */
export interface Change {
  name: string;
  apply(answer: Answer, random: Random): string | null;
}

/** What a change made of an answer. */
export interface Variant {
  change: string;
  text: string;
}

/** A change of the answers of one kind of shape. */
export function changeOf<Kind extends Shape["kind"]>(
  kind: Kind,
  name: string,
  apply: (shape: Extract<Shape, { kind: Kind }>, random: Random, answer: Answer) => string | null,
): Change {
  return {
    name,
    apply: (answer, random) =>
      answer.shape.kind === kind
        ? apply(answer.shape as Extract<Shape, { kind: Kind }>, random, answer)
        : null,
  };
}

/** What the changes make of an answer, each text once, and never the answer itself. */
export function variantsOf(answer: Answer, changes: readonly Change[], random: Random): Variant[] {
  const seen = new Set([answer.text, answer.bare]);
  return changes.flatMap(({ name, apply }) => {
    const text = apply(answer, random);
    if (text === null || seen.has(text)) return [];
    seen.add(text);
    return [{ change: name, text }];
  });
}
