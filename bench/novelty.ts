import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import type { JoinFigures } from "./novelty/join-process.ts";
import { dynamicProgramme, jsRouge, jsRougeOnOurWords, measurePeer } from "./novelty/peers.ts";
import { missingFile, readProblemTexts } from "./novelty/problems.ts";
import { sampleCandidates } from "./novelty/sample-candidates.ts";

const threshold = 0.7;
const joins = 3;
const sampledPairs = 10_000;

/**
 * Joins the problems of six data sets with themselves by Rouge-L and compares its processor time with that of peers
 * which score the same candidate pairs one by one. Prints a table and, last, one line of JSON, where js-rouge stands
 * with the faster of its two rows.
 */
export async function run(): Promise<void> {
  const missing = missingFile();
  if (missing) {
    console.log(
      `No file ${missing}: set ERRATA_DATA_DIR to the folder of the data sets to run this benchmark.`,
    );
    return;
  }
  const figures = await medianJoin();
  const stride = Math.ceil(figures.candidates / sampledPairs);
  const sample = sampleCandidates(readProblemTexts(), threshold, stride);
  const timesFaster = (secondsPerPair: number) => (secondsPerPair * figures.candidates) / figures.seconds;
  const [ofJsRouge, ofJsRougeOnOurWords, ofDynamicProgramme] = [
    measurePeer(jsRouge, sample),
    measurePeer(jsRougeOnOurWords, sample),
    measurePeer(dynamicProgramme, sample),
  ];

  console.log(describeJoin(figures));
  console.table({
    "self-join": { "pairs/s": Math.round(figures.candidates / figures.seconds) },
    ...Object.fromEntries(
      [ofJsRouge, ofJsRougeOnOurWords, ofDynamicProgramme].map(({ name, secondsPerPair, sameScores }) => [
        name,
        {
          "pairs/s": Math.round(1 / secondsPerPair),
          "join is faster (times)": oneDecimal(timesFaster(secondsPerPair)),
          "same F (%)": oneDecimal(100 * sameScores),
        },
      ]),
    ),
  });
  const fasterJsRouge = Math.min(ofJsRouge.secondsPerPair, ofJsRougeOnOurWords.secondsPerPair);
  console.log(
    JSON.stringify({
      seconds: Number(figures.seconds.toFixed(3)),
      pairs: figures.pairs,
      candidates: figures.candidates,
      peakMb: Math.round(figures.peakMb),
      timesFasterThanJsRouge: oneDecimal(timesFaster(fasterJsRouge)),
      timesFasterThanDynamicProgramme: oneDecimal(timesFaster(ofDynamicProgramme.secondsPerPair)),
    }),
  );
}

/** Each join runs in a process of its own, so that its memory and its warm-up are its own. */
async function medianJoin(): Promise<JoinFigures> {
  const figures: JoinFigures[] = [];
  for (let turn = 0; turn < joins; turn++) {
    figures.push(
      await messageOf(fork(join(import.meta.dirname, "novelty/join-process.ts"), [String(threshold)])),
    );
  }
  figures.sort((one, other) => one.seconds - other.seconds);
  return figures[Math.floor(joins / 2)]!;
}

async function messageOf(child: ChildProcess): Promise<JoinFigures> {
  const exit = once(child, "exit").then(([code]) => {
    throw new Error(`The process of the self-join ended without figures (exit code ${code}).`);
  });
  const [message] = await Promise.race([once(child, "message"), exit]);
  return message;
}

function describeJoin({ problems, pairs, candidates, seconds, wallSeconds, peakMb }: JoinFigures): string {
  const all = (problems * (problems - 1)) / 2;
  const count = (value: number) => value.toLocaleString("en");
  return (
    `${count(problems)} problems: ${count(pairs)} pairs with F ≥ ${threshold}, from ${count(candidates)} candidates ` +
    `of ${count(all)} pairs, in ${seconds.toFixed(2)} s of processor time (${wallSeconds.toFixed(2)} s by the clock, ` +
    `median of ${joins} runs) and ${Math.round(peakMb)} MB at most.`
  );
}

const oneDecimal = (value: number): number => Number(value.toFixed(1));
