import { evaluate } from "../numbers/evaluate.ts";
import { isNearZero } from "../numbers/near-zero.ts";
import { type Point, samplePoints } from "../numbers/points.ts";
import { quadraticRoots } from "../numbers/quadratics.ts";
import type { MaybeValue, Value } from "../numbers/value.ts";
import { namesIn } from "../syntax/children.ts";
import type { Node } from "../syntax/node.ts";
import type { Comparison } from "./comparison.ts";

const bits = 320n;
const pointsOfEach = 5;
const fewestRoots = 3;

/**
 * Whether f = 0 and g = 0 have the same solutions, as xy = 1 and y = 1/x have: each is solved for a symbol in which it is
 * of the second degree at most, at several values of the others, and the solutions are put into the other. null: one
 * cannot be solved so.
 */
export function haveSameZeros(f: Node, g: Node, comparison: Comparison): boolean | null {
  const forward = zerosAreAmong(f, g, comparison);
  return forward ? zerosAreAmong(g, f, comparison) : forward;
}

function zerosAreAmong(f: Node, g: Node, comparison: Comparison): boolean | null {
  const shared = namesIn(g);
  const names = namesIn(f);
  const usual = [...names].filter((name) => shared.has(name)).sort((a, b) => rank(a) - rank(b));
  for (const name of usual) {
    const found = zerosInSymbol(f, g, name, comparison);
    if (found !== null) return found;
  }
  return null;
}

const rank = (name: string) => (/^[yxz]$/.test(name) ? 0 : 1);

function zerosInSymbol(f: Node, g: Node, name: string, { budget }: Comparison): boolean | null {
  const isOnly = namesIn(f).size === 1 && namesIn(g).size === 1;
  let compared = 0;
  for (const point of samplePoints.slice(0, isOnly ? 1 : pointsOfEach)) {
    const valueAt = (node: Node, at: Point): MaybeValue =>
      evaluate(node, { bits, point: at, budget, realOnly: false });
    const roots = quadraticRoots((x: Value) => valueAt(f, point.with(name, x)), bits, true);
    if (!roots) return null;
    for (const root of roots) {
      const value = valueAt(g, point.with(name, root));
      if (value === null) continue;
      if (!isNearZero(value, bits)) return false;
      compared++;
    }
  }
  return compared >= (isOnly ? 1 : fewestRoots) ? true : null;
}
