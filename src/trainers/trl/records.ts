import { z } from "zod";

/** What the program tells: `program/channel.py`. */
export const TrainingRecord = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("status"), text: z.string() }),
  z.object({
    kind: z.literal("step"),
    step: z.int(),
    steps: z.int(),
    epoch: z.number(),
    loss: z.number(),
    learningRate: z.number(),
  }),
  z.object({ kind: z.literal("failure"), message: z.string(), advice: z.string() }),
  z.object({
    kind: z.literal("done"),
    trainedTokens: z.int(),
    skipped: z.array(z.object({ exampleId: z.string(), reason: z.string() })),
  }),
]);
export type TrainingRecord = z.infer<typeof TrainingRecord>;

/** Begins a record (RFC 7464), and nothing that a library prints. */
const recordSeparator = "\u001e";

/** The record of a line of output; null for what libraries print. */
export function readRecord(line: string): TrainingRecord | null {
  const start = line.lastIndexOf(recordSeparator);
  return start < 0 ? null : TrainingRecord.parse(JSON.parse(line.slice(start + 1)));
}
