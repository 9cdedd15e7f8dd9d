/**
 * Writes the pupil's pre-training corpus: one JSON object {question, solution, skill} a line.
 *
 *     node pupil/make-corpus.ts --problems 600000 --seed pupil --out corpus.jsonl
 */
import { createWriteStream } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { parseArgs } from "node:util";
import { generateWordProblems, pretrainingMixture } from "../src/datasets/word-problems/index.ts";

const { values } = parseArgs({
  options: {
    problems: { type: "string" },
    seed: { type: "string", default: "pupil" },
    out: { type: "string" },
  },
});
const count = Number(values.problems);
if (!Number.isInteger(count) || count < 1 || !values.out) {
  console.error("Usage: node pupil/make-corpus.ts --problems 600000 [--seed pupil] --out corpus.jsonl");
  process.exit(2);
}

const problems = generateWordProblems({
  seed: values.seed,
  count,
  mixture: pretrainingMixture,
  wordings: "ordinary",
  split: "pretraining",
});
const lines = Iterator.from(problems).map(
  ({ question, solution, skill }) => `${JSON.stringify({ question, solution, skill })}\n`,
);
await pipeline(Readable.from(lines), createWriteStream(values.out));
