import { agreement, divideValues, isExact, signOfValue, type Value } from "../numbers/value.ts";
import { difference } from "../syntax/build.ts";
import type { Node, Relation, RelationSign } from "../syntax/node.ts";
import type { Comparison } from "./comparison.ts";
import { testAtPoints } from "./sampling.ts";
import { allOf, different, same, type Verdict } from "./verdict.ts";
import { haveSameZeros } from "./zero-sets.ts";

const reversed: Partial<Record<RelationSign, RelationSign>> = { "<": ">", ">": "<", "<=": ">=", ">=": "<=" };

/** Compares equations and inequalities as statements: up to a constant factor and the order of their sides. */
export function compareRelations(a: Relation, b: Relation, comparison: Comparison): Verdict {
  if (a.operands.length !== b.operands.length) return different("chains of different length");
  if (a.operands.length > 2) return compareChains(a, b, comparison);
  const [sign, other] = [a.signs[0]!, b.signs[0]!];
  if (sign === "equivalent" && other === "equivalent") return compareCongruences(a, b, comparison);
  if (sign === "in" || other === "in" || sign === "equivalent" || other === "equivalent")
    return compareChains(a, b, comparison);
  const isSymmetric = sign === "=" || sign === "!=" || sign === "approximately";
  if (isSymmetric ? sign !== other : other !== sign && other !== reversed[sign])
    return different("different relations");
  const factorSign = isSymmetric ? 0 : sign === other ? 1 : -1;
  const [left, right] = [
    difference(a.operands[0]!, a.operands[1]!),
    difference(b.operands[0]!, b.operands[1]!),
  ];
  const isProportional = areProportional(left, right, factorSign, comparison);
  if (isProportional === null) return compareChains(a, b, comparison);
  if (isProportional) return same("the same relation up to a constant factor");
  return sign === "=" && haveSameZeros(left, right, comparison)
    ? same("equations with the same solutions")
    : different("relations that are not multiples of each other");
}

/** Whether left = c · right with one constant c ≠ 0, of the given sign if that is not 0. */
function areProportional(left: Node, right: Node, sign: -1 | 0 | 1, comparison: Comparison): boolean | null {
  let factor: Value | null = null;
  let known = 0;
  const result = testAtPoints([left, right], comparison, ([x, y], bits) => {
    const [signOfX, signOfY] = [signOfValue(x!), signOfValue(y!)];
    if (signOfX === 0 || signOfY === 0) return signOfX === signOfY ? null : false;
    const found = divideValues(x!, y!, bits);
    if (!found) return null;
    if (!factor) {
      factor = found;
      const direction = signOfValue(found);
      return sign === 0 || direction === null || direction === sign;
    }
    const verdict = agreement(factor, found, bits);
    if (verdict === "same") known++;
    return verdict === "unclear" ? null : verdict === "same";
  });
  if (result !== null || !factor || known > 0) return result;
  return isExact(factor) ? result : null;
}

/** x ≡ 3 (mod 5) and x ≡ 8 (mod 5): the same remainders of the same modulus. */
function compareCongruences(a: Relation, b: Relation, comparison: Comparison): Verdict {
  const [modulus, other] = [modulusOf(a), modulusOf(b)];
  const moduli = modulus && other && comparison.compare(modulus, other, comparison);
  if (moduli && !moduli.equal) return different("different moduli");
  return compareChains(a, b, comparison);
}

function modulusOf({ operands }: Relation): Node | null {
  const last = operands.at(-1)!;
  return last.kind === "function" && last.name === "remainder" ? last.operands[1]! : null;
}

/** a < b < c: the same operands in the same order, or all reversed. */
function compareChains(a: Relation, b: Relation, comparison: Comparison): Verdict {
  const pairwise = (x: Relation, y: Relation): Verdict => {
    if (x.signs.some((sign, index) => sign !== y.signs[index])) return different("different relations");
    return allOf(
      x.operands.map((operand, index) => comparison.compare(operand, y.operands[index]!, comparison)),
      "the same chain of relations",
    );
  };
  const forward = pairwise(a, b);
  if (forward.equal) return forward;
  const backward = pairwise(a, {
    ...b,
    operands: b.operands.toReversed(),
    signs: b.signs.toReversed().map((sign) => reversed[sign] ?? sign),
  });
  return backward.equal ? backward : forward;
}
