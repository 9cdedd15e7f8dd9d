/**
 * Writes one phase of the pupil's pre-training corpus: one JSON object {question, solution, skill} a line.
 *
 *     node pupil/make-corpus.ts --phase early --problems 90000 --out early.jsonl
 *     node pupil/make-corpus.ts --phase late --problems 90000 --out late.jsonl
 */
import { createWriteStream } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { parseArgs } from "node:util";
import { generateWordProblems, pretrainingMixtures } from "../src/datasets/word-problems/index.ts";

const { values } = parseArgs({
  options: { phase: { type: "string" }, problems: { type: "string" }, out: { type: "string" } },
});
const count = Number(values.problems);
const { phase } = values;
if ((phase !== "early" && phase !== "late") || !Number.isInteger(count) || count < 1 || !values.out) {
  console.error("Usage: node pupil/make-corpus.ts --phase early|late --problems 90000 --out corpus.jsonl");
  process.exit(2);
}

const problems = generateWordProblems({
  seed: `pupil-${phase}`,
  count,
  mixture: pretrainingMixtures[phase],
  wordings: "ordinary",
  split: "pretraining",
});
const lines = Iterator.from(problems).map(
  ({ question, solution, skill }) => `${JSON.stringify({ question, solution, skill })}\n`,
);
await pipeline(Readable.from(lines), createWriteStream(values.out));
