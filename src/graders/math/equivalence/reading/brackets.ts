import { call, quotient } from "../syntax/build.ts";
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

/** ( … ] and the like: one member is a group, several are a tuple, a vector or an interval. */
export function readSequence(cursor: Cursor, open: "(" | "["): Node {
  const members = readMembers(cursor, ")", "]");
  const closing = peek(cursor);
  expectSign(cursor, ")", "]");
  const close = closing.text as ")" | "]";
  if (members.length === 0) throw new Unreadable("There is nothing between the brackets.");
  if (members.length > 1) return { kind: "sequence", open, close, members };
  if ((open === "(") !== (close === ")")) throw new Unreadable("The brackets do not match.");
  return members[0]!;
}

/** \langle 1, 2 \rangle */
export function readAngled(cursor: Cursor): Node {
  const inner = bracketed(cursor, () => cursor.grammar.inner(cursor));
  if (!isCommand(next(cursor), "rangle")) throw new Unreadable("\\rangle is missing.");
  const members = inner.kind === "list" ? inner.members : [inner];
  return { kind: "sequence", open: "(", close: ")", members };
}

/** {1, 2, 3} and { x | x > 2 }; `close` is the brace that belongs to the opening one. */
export function readBraces(cursor: Cursor, close: "}" | "\\}"): Node {
  if (skipSign(cursor, close)) {
    if (close === "\\}") return { kind: "named-set", name: "empty" };
    return cursor.grammar.power(cursor);
  }
  const inner = bracketed(cursor, () => {
    cursor.barSeparates = true;
    return cursor.grammar.inner(cursor);
  });
  if (skipSign(cursor, "|", ":", "\\|") || isCommand(peek(cursor), "mid")) {
    if (isCommand(peek(cursor), "mid")) next(cursor);
    const condition = bracketed(cursor, () => cursor.grammar.inner(cursor));
    expectSign(cursor, close, "}", "\\}");
    return { kind: "set-builder", element: inner, condition };
  }
  if (isCommand(peek(cursor), "choose", "over")) {
    const name = next(cursor).text;
    const below = bracketed(cursor, () => cursor.grammar.inner(cursor));
    expectSign(cursor, close);
    return name === "over" ? quotient(inner, below) : call("binomial", inner, below);
  }
  expectSign(cursor, close, "}", "\\}");
  if (inner.kind === "list") return { kind: "set", members: inner.members };
  return close === "\\}" ? { kind: "set", members: [inner] } : inner;
}

/** |x| */
export function readBars(cursor: Cursor): Node {
  const bars = cursor.bars;
  const inner = bracketed(cursor, () => {
    cursor.bars = 1;
    return cursor.grammar.inner(cursor);
  });
  cursor.bars = bars;
  expectSign(cursor, "|");
  return call("absolute", inner);
}

export function readRounded(cursor: Cursor, name: "floor" | "ceiling"): Node {
  const inner = bracketed(cursor, () => cursor.grammar.inner(cursor));
  const closing = name === "floor" ? "rfloor" : "rceil";
  if (!isCommand(next(cursor), closing)) throw new Unreadable(`\\${closing} is missing.`);
  return call(name, inner);
}

function readMembers(cursor: Cursor, ...closing: readonly string[]): readonly Node[] {
  if (isSign(peek(cursor), ...closing)) return [];
  const inner = bracketed(cursor, () => cursor.grammar.inner(cursor));
  return inner.kind === "list" ? inner.members : [inner];
}
