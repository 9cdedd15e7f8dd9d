import type { Random } from "../../../src/foundation/random.ts";
import { type Answer, type Variant, variantsOf } from "../variant.ts";
import { collectionRewritings } from "./collections.ts";
import { expressionRewritings } from "./expressions.ts";
import { layoutRewritings } from "./layout.ts";
import { numberRewritings } from "./numbers.ts";
import { wordRewritings } from "./words.ts";

const ofMeaning = [...numberRewritings, ...expressionRewritings, ...collectionRewritings, ...wordRewritings];

/** At most `count` other ways to write an answer, drawn at random; at least a third change more than the layout. */
export function rewritingsOf(answer: Answer, random: Random, count: number): Variant[] {
  const meaning = random.shuffle(variantsOf(answer, ofMeaning, random));
  const known = new Set(meaning.map(({ text }) => text));
  const layout = random
    .shuffle(variantsOf(answer, layoutRewritings, random))
    .filter(({ text }) => !known.has(text));
  const fewest = Math.ceil((2 * count) / 3);
  const taken = layout.slice(0, Math.max(count - meaning.length, count - fewest));
  return [...meaning.slice(0, count - taken.length), ...taken];
}
