import { z } from "zod";
import { Problem } from "../../domain/problem.ts";
import { contentKey } from "../../foundation/content-key.ts";
import { ErrataError } from "../../foundation/errors.ts";
import { type FieldMapping, readRows } from "./read-rows.ts";

export { type FieldMapping, readRows } from "./read-rows.ts";

/** Problems of a file, in the order of the file. */
export function readProblems(file: string, mapping: FieldMapping = {}): Problem[] {
  const row = Problem.extend({ answer: z.coerce.string().min(1) });
  const problems = readRows(file, row, { question: "problem", ...mapping });
  const seen = new Set<string>();
  for (const { id } of problems) {
    if (seen.has(id)) {
      throw new ErrataError(`${file}: two problems have the id "${id}".`, {
        advice: "Give each problem an id of its own.",
      });
    }
    seen.add(id);
  }
  return problems;
}

/**
 * The problems whose id hashes into [from, to) of the unit interval: parts that do not overlap share no problem, and
 * a problem stays in its part when the file grows.
 */
export function partById(problems: readonly Problem[], [from, to]: readonly [number, number]): Problem[] {
  return problems.filter(({ id }) => {
    const place = Number.parseInt(contentKey(id).slice(0, 8), 16) / 2 ** 32;
    return place >= from && place < to;
  });
}
