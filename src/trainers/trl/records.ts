import { z } from "zod";

/** What programs tell: `program/channel.py`. */
export const ProgramRecord = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("status"), text: z.string() }),
  z.object({
    kind: z.literal("step"),
    step: z.int(),
    steps: z.int(),
    epoch: z.number(),
    loss: z.number(),
    learningRate: z.number(),
  }),
  z.object({ kind: z.literal("held-out"), step: z.int(), loss: z.number() }),
  z.object({ kind: z.literal("failure"), message: z.string(), advice: z.string() }),
  z.object({
    kind: z.literal("done"),
    trainedTokens: z.int(),
    skipped: z.array(z.object({ exampleId: z.string(), reason: z.string() })),
  }),
  z.object({ kind: z.literal("progress"), done: z.int(), total: z.int() }),
  z.object({
    kind: z.literal("influence"),
    epoch: z.int(),
    candidate: z.int(),
    shares: z.array(z.number()),
  }),
  z.object({ kind: z.literal("influences-done") }),
]);
export type ProgramRecord = z.infer<typeof ProgramRecord>;

/** Begins a record (RFC 7464), and nothing that a library prints. */
const recordSeparator = "\u001e";

/** The record of a line of output; null for what libraries print. */
export function readRecord(line: string): ProgramRecord | null {
  const start = line.lastIndexOf(recordSeparator);
  return start < 0 ? null : ProgramRecord.parse(JSON.parse(line.slice(start + 1)));
}
