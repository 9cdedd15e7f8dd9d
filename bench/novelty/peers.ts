import { l as rougeLOfJsRouge } from "js-rouge";
import { fByDynamicProgramme } from "../../src/stages/novelty/dynamic-programme.fixture.ts";
import { rougeL, tokenize } from "../../src/stages/novelty/index.ts";
import { processorSeconds } from "./processor-time.ts";
import type { CandidatePair } from "./sample-candidates.ts";

/** Another way to score a pair. */
export interface Peer {
  name: string;
  score(pair: CandidatePair): number;
}

export const jsRouge: Peer = {
  name: "js-rouge",
  score: ({ texts: [one, other] }) => rougeLOfJsRouge(one, other, { caseSensitive: false }),
};

/** Spared its own reading of words and sentences, which differs from that of rouge_score. */
export const jsRougeOnOurWords: Peer = {
  name: "js-rouge on our words",
  score: ({ texts: [one, other] }) =>
    rougeLOfJsRouge(one, other, { tokenizer: tokenize, segmenter: (text) => [text] }),
};

/** Spared the reading altogether: its words are numbered beforehand. */
export const dynamicProgramme: Peer = {
  name: "dynamic programme",
  score: ({ numbered: [one, other] }) => fByDynamicProgramme(one.words, other.words),
};

/** What a peer takes for a pair, and the share of pairs where its score is ours (which is that of `rouge_score`). */
export function measurePeer(peer: Peer, pairs: readonly CandidatePair[]) {
  for (const pair of pairs.slice(0, 500)) peer.score(pair);
  const start = processorSeconds();
  const scores = pairs.map((pair) => peer.score(pair));
  const secondsPerPair = (processorSeconds() - start) / pairs.length;
  const same = pairs.filter(({ texts }, place) => Math.abs(rougeL(...texts) - scores[place]!) < 1e-9);
  return { name: peer.name, secondsPerPair, sameScores: same.length / pairs.length };
}
