import type { Problem } from "../../domain/problem.ts";
import { contentKey } from "../../foundation/content-key.ts";

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
