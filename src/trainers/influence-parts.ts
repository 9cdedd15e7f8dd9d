import { appendFileSync, existsSync, readFileSync, truncateSync } from "node:fs";
import { join } from "node:path";

/** What the state after one epoch of a warm-up tells of a candidate. */
export interface InfluencePart {
  /** Of the warm-up. */
  epoch: number;
  /** Its place among the candidates. */
  candidate: number;
  /** The mean cosine with each set of targets, times the epoch's weight. */
  shares: readonly number[];
}

/** The parts that are told so far, of this try and of earlier ones. */
export interface InfluenceParts {
  /** Epochs and candidates. */
  known(): [epoch: number, candidate: number][];
  has(epoch: number, candidate: number): boolean;
  add(part: InfluencePart): void;
  /** The sum over the epochs, for the set of targets where it is largest; null where nothing was told. */
  influenceOf(candidate: number): number | null;
}

/** Opens the file in which parts of influences are kept as they are told, so that no gradient is taken again. */
export function openInfluenceParts(workDirectory: string): InfluenceParts {
  const file = join(workDirectory, "influences.jsonl");
  const parts = new Map<number, Map<number, InfluencePart>>();
  const keep = (part: InfluencePart) => {
    const epochs = parts.get(part.candidate) ?? new Map<number, InfluencePart>();
    parts.set(part.candidate, epochs.set(part.epoch, part));
  };
  readWholeLines(file).forEach((line) => {
    keep(JSON.parse(line));
  });
  return {
    known: () =>
      [...parts].flatMap(([candidate, epochs]) =>
        [...epochs.keys()].map((epoch) => [epoch, candidate] as [number, number]),
      ),
    has: (epoch, candidate) => parts.get(candidate)?.has(epoch) ?? false,
    add(part) {
      keep(part);
      appendFileSync(file, `${JSON.stringify(part)}\n`);
    },
    influenceOf(candidate) {
      const told = [...(parts.get(candidate)?.values() ?? [])];
      const sums = told.reduce<number[]>(
        (sums, { shares }) => shares.map((share, set) => share + (sums[set] ?? 0)),
        [],
      );
      return sums.length === 0 ? null : Math.max(...sums);
    },
  };
}

/** Cuts off what a process that died left of its last line. */
function readWholeLines(file: string): string[] {
  if (!existsSync(file)) return [];
  const bytes = readFileSync(file);
  const whole = bytes.lastIndexOf("\n") + 1;
  if (whole < bytes.length) truncateSync(file, whole);
  return bytes.toString("utf8", 0, whole).split("\n").slice(0, -1);
}
