import { negation, power } from "../syntax/build.ts";
import type { Node } from "../syntax/node.ts";
import { type Cursor, deeper, isSign, peek, readArgument, skipSign } from "./cursor.ts";

/** What stands after ^: a group, or a signed atom that may carry an exponent itself (2^3^2 is 2^(3^2)). */
export function readExponent(cursor: Cursor): Node {
  return deeper(cursor, () => {
    if (skipSign(cursor, "-")) return negation(readExponent(cursor));
    skipSign(cursor, "+");
    if (isSign(peek(cursor), "{")) return readArgument(cursor);
    const atom = cursor.grammar.atom(cursor);
    return skipSign(cursor, "^", "**") ? power(atom, readExponent(cursor)) : atom;
  });
}
