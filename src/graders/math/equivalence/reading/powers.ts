import { call, number, power, quotient, sum } from "../syntax/build.ts";
import type { Node } from "../syntax/node.ts";
import { readAtom } from "./atoms.ts";
import { type Cursor, deeper, isCommand, isSign, next, peek, skipSign } from "./cursor.ts";
import { readExponent } from "./exponents.ts";
import { readNumeral } from "./numerals.ts";

/** An atom with what follows it. */
export function readPower(cursor: Cursor): Node {
  return deeper(cursor, () => readSuffixes(cursor, readAtom(cursor)));
}

/** The exponents, factorials, percent and degree signs after an atom. */
export function readSuffixes(cursor: Cursor, atom: Node): Node {
  let node = atom;
  for (;;) {
    const token = peek(cursor);
    if (isSign(token, "!")) {
      next(cursor);
      const isDouble = isSign(peek(cursor), "!") && !peek(cursor).spaced && skipSign(cursor, "!");
      node = call(isDouble ? "double factorial" : "factorial", node);
    } else if (isSign(token, "%", "\\%")) {
      next(cursor);
      node = { kind: "percent", operand: node };
    } else if (isCommand(token, "circ") || isSign(token, "°")) {
      next(cursor);
      node = withMinutes(cursor, { kind: "degrees", operand: node });
    } else if (isSign(token, "^", "**")) {
      next(cursor);
      node = withExponent(cursor, node);
    } else return node;
  }
}

function withExponent(cursor: Cursor, base: Node): Node {
  if (skipDegree(cursor)) return withMinutes(cursor, { kind: "degrees", operand: base });
  return power(base, readExponent(cursor));
}

/** The minutes and seconds of arc behind degrees: 30° 15' 20''. */
function withMinutes(cursor: Cursor, degrees: Node): Node {
  let angle = degrees;
  for (const [mark, parts] of arcMarks) {
    const numeral = peek(cursor).type === "numeral" ? readNumeral(peek(cursor).text) : null;
    const isMarked = numeral && mark.every((text, index) => peek(cursor, index + 1).text === text);
    if (!isMarked || peek(cursor, mark.length + 1).text === "'") continue;
    cursor.position += mark.length + 1;
    angle = sum(angle, { kind: "degrees", operand: quotient(numeral, number(parts)) });
  }
  return angle;
}

/** The signs of minutes and seconds, and how many make a degree. */
const arcMarks: readonly (readonly [mark: readonly string[], parts: number])[] = [
  [["'"], 60],
  [["^", "prime"], 60],
  [["^", "{", "prime", "}"], 60],
  [["'", "'"], 3600],
  [['"'], 3600],
];

/** ^\circ and ^{\circ}. */
function skipDegree(cursor: Cursor): boolean {
  const braced = isSign(peek(cursor), "{");
  if (!isCommand(peek(cursor, braced ? 1 : 0), "circ")) return false;
  if (braced && !isSign(peek(cursor, 2), "}")) return false;
  cursor.position += braced ? 3 : 1;
  return true;
}
