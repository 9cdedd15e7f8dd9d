import { createCandidateIndex } from "../../src/stages/novelty/candidate-index.ts";
import { createLeastCommon } from "../../src/stages/novelty/threshold.ts";
import { type NumberedText, numberByFrequency } from "../../src/stages/novelty/word-numbers.ts";

/** A pair that the join has to look at. */
export interface CandidatePair {
  texts: [string, string];
  numbered: [NumberedText, NumberedText];
}

/** Every `stride`-th candidate pair of the self-join over the texts. */
export function sampleCandidates(
  texts: readonly string[],
  threshold: number,
  stride: number,
): CandidatePair[] {
  const entries = numberByFrequency(texts)
    .map((numbered, place) => ({ text: texts[place]!, numbered }))
    .sort((one, other) => one.numbered.words.length - other.numbered.words.length);
  const index = createCandidateIndex(
    createLeastCommon((f) => f >= threshold),
    true,
  );
  const sample: CandidatePair[] = [];
  let seen = 0;
  for (const entry of entries) {
    index.visit(entry.numbered.rarestFirst, (turn) => {
      if (seen++ % stride !== 0) return;
      const other = entries[turn]!;
      sample.push({ texts: [entry.text, other.text], numbered: [entry.numbered, other.numbered] });
    });
    index.add(entry.numbered.rarestFirst);
  }
  return sample;
}
