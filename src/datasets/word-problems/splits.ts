import { createHash } from "node:crypto";

/** Parts of the problems with ordinary wordings. The pupil is trained from scratch on the first alone. */
export type Split = "pretraining" | "train" | "dev" | "test";

/** Upper end of each split in the unit interval. */
const ends: readonly (readonly [Split, number])[] = [
  ["pretraining", 0.5],
  ["train", 0.8],
  ["dev", 0.9],
  ["test", 1],
];

/** The one split that a question belongs to, wherever and whenever it is generated. */
export function splitOf(question: string): Split {
  const place = createHash("sha256").update(question).digest().readUInt32LE(0) / 2 ** 32;
  return ends.find(([, end]) => place < end)![0];
}
