import { negation, product, sum } from "../syntax/build.ts";
import type { Node } from "../syntax/node.ts";
import {
  bracketed,
  type Cursor,
  expectSign,
  isCommand,
  isSign,
  next,
  peek,
  skipSign,
  Unreadable,
} from "./cursor.ts";

const matrixNames = /^(?:[pbBv]?matrix|smallmatrix|array)$/;

/** \begin{pmatrix} … \end{pmatrix}, and cases as a list of their lines; \begin is already read. */
export function readEnvironment(cursor: Cursor): Node {
  const name = readName(cursor);
  if (name === "array") skipColumns(cursor);
  const rows = bracketed(cursor, () => readRows(cursor));
  if (!isCommand(next(cursor), "end") || readName(cursor) !== name) throw new Unreadable("\\end is missing.");
  if (name === "cases") return { kind: "list", joint: ",", members: rows.flat() };
  if (!matrixNames.test(name)) throw new Unreadable(`The environment ${name} is not known.`);
  if (rows.some((row) => row.length !== rows[0]!.length)) throw new Unreadable("The rows differ in length.");
  return name === "vmatrix" ? determinantOf(rows) : { kind: "matrix", rows };
}

/** \det A, with or without parentheses; \det is already read. */
export function readDeterminant(cursor: Cursor): Node {
  const matrix = cursor.grammar.atom(cursor);
  if (matrix.kind !== "matrix") throw new Unreadable("\\det stands before no matrix.");
  return determinantOf(matrix.rows);
}

/** Of larger determinants the expansion would be too long. */
const mostRows = 4;

/** Expanded along the first row. */
function determinantOf(rows: readonly (readonly Node[])[]): Node {
  const [first, ...rest] = rows;
  if (!first || first.length !== rows.length || rows.length > mostRows)
    throw new Unreadable("The determinant is not square, or too large.");
  if (rest.length === 0) return first[0]!;
  const terms = first.map((entry, column) => {
    const minor = determinantOf(rest.map((row) => row.filter((_, index) => index !== column)));
    const term = product(entry, minor);
    return column % 2 === 0 ? term : negation(term);
  });
  return sum(...terms);
}

function readName(cursor: Cursor): string {
  expectSign(cursor, "{");
  let name = "";
  while (["letter", "words", "command"].includes(peek(cursor).type)) name += next(cursor).text;
  skipSign(cursor, "*");
  expectSign(cursor, "}");
  return name;
}

/** The {ccc} of an array. */
function skipColumns(cursor: Cursor): void {
  if (!skipSign(cursor, "{")) return;
  while (!isSign(peek(cursor), "}") && peek(cursor).type !== "end") next(cursor);
  expectSign(cursor, "}");
}

function readRows(cursor: Cursor): readonly (readonly Node[])[] {
  const rows: Node[][] = [];
  while (!isCommand(peek(cursor), "end")) {
    const row = [cursor.grammar.inner(cursor)];
    while (skipSign(cursor, "&")) row.push(cursor.grammar.inner(cursor));
    rows.push(row);
    if (!skipSign(cursor, "\\\\")) break;
    while (isCommand(peek(cursor), "hline")) next(cursor);
  }
  if (rows.length === 0) throw new Unreadable("The matrix is empty.");
  return rows;
}
