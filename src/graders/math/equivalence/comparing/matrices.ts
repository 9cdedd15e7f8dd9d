import { limits } from "../limits.ts";
import { negation, product, quotient, sum } from "../syntax/build.ts";
import { childrenOf, contains } from "../syntax/children.ts";
import type { Node } from "../syntax/node.ts";

type Rows = readonly (readonly Node[])[];

export const holdsMatrix = (node: Node): boolean => contains(node, (inner) => inner.kind === "matrix");

/** The rows of a matrix, or of a sum, difference, product or multiple of matrices; null for anything else. */
export function matrixRows(node: Node): Rows | null {
  switch (node.kind) {
    case "matrix":
      return node.rows;
    case "negation":
      return mapRows(matrixRows(node.operand), negation);
    case "quotient":
      return holdsMatrix(node.denominator)
        ? null
        : mapRows(matrixRows(node.numerator), (entry) => quotient(entry, node.denominator));
    case "sum":
      return node.operands.map(matrixRows).reduce(addRows);
    case "product":
      return productRows(node.operands);
    case "power":
      return powerRows(node.base, node.exponent);
    default:
      return null;
  }
}

const greatestPower = 8;
/** Nodes of one entry of a product. */
const largestEntry = 1_500;

/** A^T, and A^n for small n. */
function powerRows(base: Node, exponent: Node): Rows | null {
  const rows = matrixRows(base);
  if (rows && exponent.kind === "symbol" && exponent.name === "T")
    return rows[0]!.map((_, column) => rows.map((row) => row[column]!));
  if (exponent.kind !== "number" || exponent.value.denominator !== 1n) return null;
  const times = Number(exponent.value.numerator);
  if (!rows || times < 1 || times > greatestPower) return null;
  return productRows(Array.from({ length: times }, () => base));
}

const mapRows = (rows: Rows | null, change: (entry: Node) => Node): Rows | null =>
  rows?.map((row) => row.map(change)) ?? null;

function addRows(a: Rows | null, b: Rows | null): Rows | null {
  if (!a || !b || a.length !== b.length || a[0]!.length !== b[0]!.length) return null;
  return a.map((row, i) => row.map((entry, j) => sum(entry, b[i]![j]!)));
}

function productRows(factors: readonly Node[]): Rows | null {
  const scalars = factors.filter((factor) => !holdsMatrix(factor));
  const matrices = factors.filter(holdsMatrix).map(matrixRows);
  const rows = matrices.reduce(multiplyRows, matrices.shift() ?? null);
  return scalars.length === 0 ? rows : mapRows(rows, (entry) => product(...scalars, entry));
}

/** The number of nodes; counting ends where they are too many. */
function sizeOf(node: Node): number {
  let size = 1;
  for (const child of childrenOf(node)) if (size <= largestEntry) size += sizeOf(child);
  return size;
}

function multiplyRows(a: Rows | null, b: Rows | null): Rows | null {
  if (!a || !b || a[0]!.length !== b.length || a.length * b[0]!.length > limits.members) return null;
  const size = [...a[0]!, ...b.map((row) => row[0]!)].reduce((total, entry) => total + sizeOf(entry), 0);
  if (size > largestEntry) return null;
  return a.map((row) => b[0]!.map((_, j) => sum(...row.map((entry, k) => product(entry, b[k]![j]!)))));
}
