import { selfJoin } from "../../src/stages/novelty/index.ts";
import { readProblemTexts } from "./problems.ts";
import { processorSeconds } from "./processor-time.ts";

/** What one join took, from texts in memory to the last pair. Memory is that of the whole process, texts included. */
export interface JoinFigures {
  /** Processor time. */
  seconds: number;
  wallSeconds: number;
  problems: number;
  pairs: number;
  candidates: number;
  peakMb: number;
}

const threshold = Number(process.argv[2]);
const texts = readProblemTexts();
let pairs = 0;
const start = { processor: processorSeconds(), wall: performance.now() };
const { candidates } = selfJoin(texts, threshold, () => {
  pairs++;
});
process.send?.({
  seconds: processorSeconds() - start.processor,
  wallSeconds: (performance.now() - start.wall) / 1000,
  problems: texts.length,
  pairs,
  candidates,
  peakMb: process.resourceUsage().maxRSS / 1024,
} satisfies JoinFigures);
