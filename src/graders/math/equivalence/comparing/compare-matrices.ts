import type { Node, Sequence } from "../syntax/node.ts";
import { compareInOrder } from "./collections.ts";
import type { Comparison } from "./comparison.ts";
import { keyOf } from "./expressions.ts";
import { holdsMatrix, matrixRows } from "./matrices.ts";
import { different, same, undecided, type Verdict } from "./verdict.ts";

/** Matrices entry by entry; a single column or row also equals the tuple of its entries. */
export function compareMatrices(a: Node, b: Node, comparison: Comparison): Verdict | null {
  if ((!holdsMatrix(a) && !holdsMatrix(b)) || a.kind === "relation" || b.kind === "relation") return null;
  const [x, y] = [matrixRows(a), matrixRows(b)];
  if (x && y) {
    if (x.length !== y.length || x[0]!.length !== y[0]!.length)
      return different("matrices of different shapes");
    return compareInOrder(x.flat(), y.flat(), comparison, "the same entries");
  }
  const [rows, other] = x ? [x, b] : [y, a];
  if (!rows || holdsMatrix(other))
    return keyOf(a) === keyOf(b) ? same("the same expression") : undecided("a matrix could not be read");
  if (other.kind !== "sequence") return different("a matrix against something else");
  if (other.members.every((member) => member.kind === "sequence"))
    return compareMatrices(
      a.kind === "sequence" ? asMatrix(a) : a,
      b.kind === "sequence" ? asMatrix(b) : b,
      comparison,
    );
  if (rows.length !== 1 && rows[0]!.length !== 1) return different("a matrix against a tuple");
  return compareInOrder(rows.flat(), other.members, comparison, "the same entries");
}

/** [[1, 2], [3, 4]] */
const asMatrix = ({ members }: Sequence): Node => ({
  kind: "matrix",
  rows: members.map((member) => (member.kind === "sequence" ? member.members : [member])),
});
