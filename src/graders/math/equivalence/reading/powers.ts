import { call, power } from "../syntax/build.ts";
import type { Node } from "../syntax/node.ts";
import { readAtom } from "./atoms.ts";
import { type Cursor, deeper, isCommand, isSign, next, peek } from "./cursor.ts";
import { readExponent } from "./exponents.ts";

/** An atom with what follows it: exponents, factorials, percent and degree signs. */
export function readPower(cursor: Cursor): Node {
  return deeper(cursor, () => {
    let node = readAtom(cursor);
    for (;;) {
      const token = peek(cursor);
      if (isSign(token, "!")) {
        next(cursor);
        node = call("factorial", node);
      } else if (isSign(token, "%", "\\%")) {
        next(cursor);
        node = { kind: "percent", operand: node };
      } else if (isCommand(token, "circ") || isSign(token, "°")) {
        next(cursor);
        node = { kind: "degrees", operand: node };
      } else if (isSign(token, "^", "**")) {
        next(cursor);
        node = withExponent(cursor, node);
      } else return node;
    }
  });
}

function withExponent(cursor: Cursor, base: Node): Node {
  if (skipDegree(cursor)) return { kind: "degrees", operand: base };
  return power(base, readExponent(cursor));
}

/** ^\circ and ^{\circ}. */
function skipDegree(cursor: Cursor): boolean {
  const braced = isSign(peek(cursor), "{");
  if (!isCommand(peek(cursor, braced ? 1 : 0), "circ")) return false;
  if (braced && !isSign(peek(cursor, 2), "}")) return false;
  cursor.position += braced ? 3 : 1;
  return true;
}
