import { closeSync, openSync, readFileSync, readSync } from "node:fs";
import { z } from "zod";

/** What became of one request of a batch. */
export type Outcome =
  | { kind: "answered"; status: number; body: string }
  /** `mayAnswer`: in another batch. */
  | { kind: "unanswered"; reason: string; mayAnswer: boolean };

/** A line of a file of results: https://platform.openai.com/docs/api-reference/batch/request-output */
const ResultLine = z.object({
  custom_id: z.string(),
  response: z.object({ status_code: z.number(), body: z.unknown() }).nullish(),
  error: z.object({ code: z.string().nullish(), message: z.string().nullish() }).nullish(),
});
type ResultLine = z.infer<typeof ResultLine>;

/** The results of a batch, by the keys of its requests: the texts stay on disk. */
export interface BatchResults {
  has(key: string): boolean;
  /** Whether there is an answer that is no failure. */
  isGood(key: string): boolean;
  outcomeOf(key: string): Outcome | undefined;
}

interface Place {
  start: number;
  length: number;
  isGood: boolean;
}

export function readResults(file: string): BatchResults {
  const places = placesIn(readFileSync(file));
  return {
    has: (key) => places.has(key),
    isGood: (key) => places.get(key)?.isGood ?? false,
    outcomeOf(key) {
      const place = places.get(key);
      return place && outcomeOfLine(parseLine(readAt(file, place))!);
    },
  };
}

const newline = 0x0a;

/** What a request came back with in several lines is what the first good one says. */
function placesIn(bytes: Buffer): Map<string, Place> {
  const places = new Map<string, Place>();
  for (let start = 0; start < bytes.length; ) {
    const found = bytes.indexOf(newline, start);
    const end = found < 0 ? bytes.length : found;
    const line = parseLine(bytes.toString("utf8", start, end));
    const isGood = line?.response?.status_code === 200;
    if (line && (isGood || !places.has(line.custom_id)) && !places.get(line.custom_id)?.isGood) {
      places.set(line.custom_id, { start, length: end - start, isGood });
    }
    start = end + 1;
  }
  return places;
}

function parseLine(text: string): ResultLine | undefined {
  try {
    return ResultLine.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}

function readAt(file: string, { start, length }: Place): string {
  const bytes = Buffer.alloc(length);
  const descriptor = openSync(file, "r");
  try {
    readSync(descriptor, bytes, 0, length, start);
  } finally {
    closeSync(descriptor);
  }
  return bytes.toString("utf8");
}

function outcomeOfLine({ response, error }: ResultLine): Outcome {
  if (response)
    return { kind: "answered", status: response.status_code, body: JSON.stringify(response.body) };
  const reason = error?.message ?? error?.code ?? "the provider says neither an answer nor a reason";
  return { kind: "unanswered", reason: `the batch gave no answer: ${reason}`, mayAnswer: true };
}
