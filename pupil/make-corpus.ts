/**
 * Writes one phase of the pupil's pre-training corpus: one JSON object {question, solution, skill} a line; where there
 * is `begun` as well, it stands before the solution and is read, not learned: a beginning with a mistake.
 *
 *     node pupil/make-corpus.ts --phase early --problems 90000 --out early.jsonl
 *     node pupil/make-corpus.ts --phase late --problems 90000 --out late.jsonl
 *     node pupil/make-corpus.ts --phase reflective --problems 90000 --out reflective.jsonl
 */
import { createWriteStream } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { parseArgs } from "node:util";
import { generateWordProblems, pretrainingMixtures } from "../src/datasets/word-problems/index.ts";
import { createReflections } from "./reflections.ts";

/** Of the solutions of the reflective phase that have a mistake and turn back from it. */
const reflectiveShare = 0.3;

const mixtures = { ...pretrainingMixtures, reflective: pretrainingMixtures.late };

const { values } = parseArgs({
  options: { phase: { type: "string" }, problems: { type: "string" }, out: { type: "string" } },
});
const count = Number(values.problems);
const { phase, out } = values;
const isPhase = (name: string | undefined): name is keyof typeof mixtures =>
  Object.hasOwn(mixtures, name ?? "");
if (!isPhase(phase) || !Number.isInteger(count) || count < 1 || !out) {
  console.error(
    "Usage: node pupil/make-corpus.ts --phase early|late|reflective --problems 90000 --out corpus.jsonl",
  );
  process.exit(2);
}

const problems = generateWordProblems({
  seed: `pupil-${phase}`,
  count,
  mixture: mixtures[phase],
  wordings: "ordinary",
  split: "pretraining",
});
const reflect = createReflections(phase === "reflective" ? reflectiveShare : 0);

async function* lines(): AsyncGenerator<string> {
  for (const problem of problems) {
    const { question, skill } = problem;
    yield `${JSON.stringify({ question, ...(await reflect(problem)), skill })}\n`;
  }
}

await pipeline(Readable.from(lines()), createWriteStream(out));
