import { call, constant } from "../syntax/build.ts";
import type { Node } from "../syntax/node.ts";
import {
  bracketed,
  type Cursor,
  expectSign,
  isCommand,
  isSign,
  next,
  peek,
  readArgument,
  skipSign,
} from "./cursor.ts";
import { readNumeral } from "./numerals.ts";

const unknownFunctions = new Set(["f", "g", "h", "F", "G", "H"]);

/** A letter with its index, primes and, where it names a function, its operands; the letter is already read. */
export function readSymbol(cursor: Cursor, letter: string): Node {
  let name = letter;
  let index: Node | null = null;
  if (isSign(peek(cursor), "_")) {
    next(cursor);
    index = readIndex(cursor);
    const selection = readSelection(cursor, letter, index);
    if (selection) return selection;
  }
  while (skipSign(cursor, "'") || skipPrime(cursor)) name += "'";
  if (isInverse(cursor) && unknownFunctions.has(letter)) {
    cursor.position += 5;
    name += "^-1";
  }
  if (/^[CP]$/.test(letter) && isSign(peek(cursor), "(") && !index) {
    const selection = readSelectionOfTwo(cursor, letter);
    if (selection) return selection;
  }
  if (isApplied(cursor, letter)) {
    next(cursor);
    const inner = bracketed(cursor, () => cursor.grammar.inner(cursor));
    expectSign(cursor, ")");
    const operands = inner.kind === "list" ? inner.members : [inner];
    return { kind: "application", name, operands: index ? [index, ...operands] : operands };
  }
  if (index) return { kind: "application", name: `${name}_`, operands: [index] };
  if (name === "i" || name === "e") return constant(name);
  return { kind: "symbol", name };
}

function readIndex(cursor: Cursor): Node {
  const words: string[] = [];
  let ahead = isSign(peek(cursor), "{") ? 1 : 0;
  const braced = ahead === 1;
  while (["letter", "words"].includes(peek(cursor, ahead).type)) words.push(peek(cursor, ahead++).text);
  if (words.length > 0 && !braced) {
    cursor.position++;
    return { kind: "symbol", name: words[0]! };
  }
  if (words.length > 1 && isSign(peek(cursor, ahead), "}")) {
    cursor.position += ahead + 1;
    return { kind: "symbol", name: words.join("") };
  }
  return readArgument(cursor);
}

/** C_5^2 and A_5^2: combinations and permutations. */
function readSelection(cursor: Cursor, letter: string, from: Node): Node | null {
  if (!/^[CAP]$/.test(letter) || from.kind !== "number" || !skipSign(cursor, "^")) return null;
  const taken = readArgument(cursor);
  return call(letter === "C" ? "binomial" : "permutations", from, taken);
}

/** C(5, 2), which may also be a point. */
function readSelectionOfTwo(cursor: Cursor, letter: string): Node | null {
  const [from, comma, taken, close] = [1, 2, 3, 4].map((ahead) => peek(cursor, ahead));
  if (!isSign(comma!, ",") || !isSign(close!, ")")) return null;
  const [n, k] = [from!, taken!].map(({ type, text }) => (type === "numeral" ? readNumeral(text) : null));
  if (!n || !k) return null;
  cursor.ambiguous = true;
  if (cursor.style.selections === "point") return null;
  cursor.position += 5;
  return call(letter === "C" ? "binomial" : "permutations", n, k);
}

function skipPrime(cursor: Cursor): boolean {
  if (!isSign(peek(cursor), "^")) return false;
  const braced = isSign(peek(cursor, 1), "{");
  if (!isCommand(peek(cursor, braced ? 2 : 1), "prime")) return false;
  cursor.position += braced ? 4 : 2;
  return true;
}

/** ^{-1}( */
function isInverse(cursor: Cursor): boolean {
  const shape = ["^", "{", "-", "1", "}", "("];
  return shape.every((text, ahead) => peek(cursor, ahead).text === text);
}

/** f(x) is a value of f; another letter is a function only where the whole side of an equation is its value. */
function isApplied(cursor: Cursor, letter: string): boolean {
  if (!isSign(peek(cursor), "(")) return false;
  if (unknownFunctions.has(letter)) return true;
  const before = cursor.position >= 2 ? peek(cursor, -2) : null;
  if (before && !isSign(before, ",", ";", "=", "{") && !isCommand(before, "and", "or")) return false;
  let ahead = 1;
  for (let depth = 1; depth > 0 && ahead < 24; ahead++) {
    const token = peek(cursor, ahead);
    if (isSign(token, "(")) depth++;
    else if (isSign(token, ")")) depth--;
    else if (token.type === "end" || isSign(token, "+", "-")) return false;
  }
  return isSign(peek(cursor, ahead), "=");
}
