import { product } from "../syntax/build.ts";
import type { Structure } from "../syntax/node.ts";
import { compareInOrder } from "./collections.ts";
import type { Comparison } from "./comparison.ts";
import { compareExpressions } from "./expressions.ts";
import { allOf, different, type Verdict } from "./verdict.ts";

type Ratio = Extract<Structure, { kind: "ratio" }>;

/** Times of day and durations (3:05) are compared part by part, ratios up to a common factor. */
export function compareRatios(a: Ratio, b: Ratio, comparison: Comparison): Verdict {
  if (a.parts.length !== b.parts.length) return different("different numbers of parts");
  if (a.isClock && b.isClock) return compareInOrder(a.parts, b.parts, comparison, "the same time");
  const [firstOfA, firstOfB] = [a.parts[0]!, b.parts[0]!];
  return allOf(
    a.parts
      .slice(1)
      .map((part, index) =>
        compareExpressions(product(part, firstOfB), product(b.parts[index + 1]!, firstOfA), comparison),
      ),
    "the same ratio",
  );
}
