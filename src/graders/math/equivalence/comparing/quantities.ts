import { type Rational, rational } from "../../../../mathematics/rational.ts";
import { isUnit, readUnit, sameDimensions, type Unit } from "../reading/units.ts";
import { number, product, sum } from "../syntax/build.ts";
import { contains, namesIn } from "../syntax/children.ts";
import type { Node } from "../syntax/node.ts";
import type { Comparison } from "./comparison.ts";
import { compareExpressions } from "./expressions.ts";
import { compareRatios } from "./ratios.ts";
import { compareTimes } from "./times.ts";
import { anyOf, different, type Verdict } from "./verdict.ts";

/** A value apart from its unit, its percent or degree sign and the words after it. */
interface Quantity {
  readonly value: Node;
  readonly unit: Unit | null;
  readonly mark: "percent" | "degrees" | "am" | "pm" | null;
  /** The million of 2.5 million; 1 where there is none. */
  readonly scale: Rational;
}

const one = rational(1);
const plain = { unit: null, mark: null, scale: one } as const;

/** Words that multiply the number before them. Where the slot for the answer says them, they may be left out. */
const scales: ReadonlyMap<string, Rational> = new Map([
  ["dozen", rational(12)],
  ["hundred", rational(100)],
  ["thousand", rational(1000)],
  ["million", rational(1_000_000)],
  ["billion", rational(1_000_000_000)],
  ["trillion", rational(1_000_000_000_000)],
]);

/**
 * Compares values with units. Two units of one dimension are converted, two of different dimensions differ, and a
 * missing unit is no difference. 50% is 0.5 and, where the slot for the answer already says percent, 50; 90° is 90 and
 * π/2.
 */
export function compareQuantities(a: Node, b: Node, comparison: Comparison): Verdict {
  if (holdsStructure(a) !== holdsStructure(b)) return different("a value against something of another kind");
  const times = compareTimes(a, b);
  if (times) return times;
  const [x, y] = [quantityOf(withLetterUnit(a, b)), quantityOf(withLetterUnit(b, a))];
  const verdict = compareParts(scaled(x), scaled(y), comparison);
  const isLeftOut = (x.scale === one) !== (y.scale === one);
  return isLeftOut ? anyOf([verdict, compareParts(x, y, comparison)]) : verdict;
}

const scaled = (quantity: Quantity): Quantity =>
  quantity.scale === one ? quantity : { ...quantity, value: product(quantity.value, number(quantity.scale)) };

function compareParts(x: Quantity, y: Quantity, comparison: Comparison): Verdict {
  if (x.unit && y.unit) {
    if (!sameDimensions(x.unit, y.unit)) return different("the units measure different things");
    return compareExpressions(inBaseUnits(x.value, x.unit), inBaseUnits(y.value, y.unit), comparison);
  }
  if ((x.mark ?? x.unit) && (y.mark ?? y.unit) && x.mark !== y.mark)
    return different("the units measure different things");
  if (x.value.kind === "ratio" && y.value.kind === "ratio")
    return compareRatios(x.value, y.value, comparison);
  if (x.mark === y.mark) return compareExpressions(x.value, y.value, comparison);
  return anyOf(
    readingsOf(x).flatMap((left) =>
      readingsOf(y).map((right) => compareExpressions(left, right, comparison)),
    ),
  );
}

const structures = new Set<Node["kind"]>(["sequence", "set", "list", "matrix", "set-operation", "named-set"]);

const holdsStructure = (node: Node) => contains(node, ({ kind }) => structures.has(kind));

const inBaseUnits = (value: Node, unit: Unit): Node =>
  isOne(unit) ? value : product(value, number(unit.factor));

const isOne = ({ factor }: Unit) => factor.numerator === 1n && factor.denominator === 1n;

function readingsOf({ value, mark }: Quantity): readonly Node[] {
  if (mark === "percent") return [value, product(value, number(rational(1, 100)))];
  if (mark === "degrees") return [value, { kind: "degrees", operand: value }];
  return [value];
}

function quantityOf(node: Node): Quantity {
  if (node.kind === "percent" || node.kind === "degrees")
    return { ...plain, value: node.operand, mark: node.kind };
  if (node.kind === "negation") {
    const inner = quantityOf(node.operand);
    return { ...inner, value: { ...node, operand: inner.value } };
  }
  if (node.kind === "sum") return sumOf(node.operands.map(quantityOf), node);
  if (node.kind !== "quantity") return { ...plain, value: node };
  const inner = quantityOf(node.operand);
  const word = node.unit.toLowerCase();
  if (word === "am" || word === "pm") return { ...inner, mark: word };
  if (/^deg(?:ree)?s?$/.test(word)) return { ...inner, mark: "degrees" };
  const [first = "", ...rest] = word.split(/\s+/);
  const scale = scales.get(first.replace(/s$/, ""));
  const unit = readUnit(scale ? rest.join(" ") : node.unit) ?? inner.unit;
  return scale ? { ...inner, unit, scale } : { ...inner, unit };
}

/** 5 ft 6 in: parts of one dimension, in base units; every other sum is a value without a unit. */
function sumOf(parts: readonly Quantity[], node: Node): Quantity {
  const unit = parts[0]?.unit;
  if (!unit || !parts.every((part) => part.unit && sameDimensions(part.unit, unit)))
    return { ...plain, value: node };
  const values = parts.map((part) => inBaseUnits(part.value, part.unit!));
  return { ...plain, value: sum(...values), unit: { ...unit, factor: one } };
}

/**
 * 5m as 5 meters. A letter is read as a unit only after a number, and only against something that makes it one: a
 * value with a unit, or, for a power such as m², a value without symbols.
 */
function withLetterUnit(node: Node, other: Node): Node {
  if (node.kind !== "product") return node;
  const last = node.operands.at(-1)!;
  const letter = last.kind === "power" ? last.base : last;
  const exponent = last.kind === "power" ? last.exponent : number(1);
  if (
    letter.kind !== "symbol" ||
    letter.name.length > 1 ||
    !isUnit(letter.name) ||
    exponent.kind !== "number"
  )
    return node;
  const value = product(...node.operands.slice(0, -1));
  const isMeant = other.kind === "quantity" || (last.kind === "power" && namesIn(other).size === 0);
  if (!isMeant || namesIn(value).size > 0) return node;
  return { kind: "quantity", operand: value, unit: `${letter.name}^${exponent.value.numerator}` };
}
