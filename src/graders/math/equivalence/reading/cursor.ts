import { limits } from "../limits.ts";
import type { Node } from "../syntax/node.ts";
import type { Style, Token } from "./tokens.ts";

/** Where the grammar stands in the tokens, and what it may still spend. */
export interface Cursor {
  readonly tokens: Token[];
  readonly style: Style;
  position: number;
  depth: number;
  nodes: number;
  /** Open | signs, so that the next one at the end of an operand closes. */
  bars: number;
  /** Inside { x | … }, where a bar separates. */
  barSeparates: boolean;
  /** A construct was met that has a second reading. */
  ambiguous: boolean;
  readonly grammar: Grammar;
}

/** The rules that call each other in a circle, handed around so that their files need not import in one. */
export interface Grammar {
  /** What may stand between brackets. */
  readonly inner: (cursor: Cursor) => Node;
  readonly product: (cursor: Cursor) => Node;
  readonly power: (cursor: Cursor) => Node;
  readonly atom: (cursor: Cursor) => Node;
}

/** The text is not in the notation that the grammar knows; caught where reading begins. */
export class Unreadable extends Error {}

const end: Token = { type: "end", text: "", spaced: false };

export const peek = (cursor: Cursor, ahead = 0): Token => cursor.tokens[cursor.position + ahead] ?? end;

export function next(cursor: Cursor): Token {
  const token = peek(cursor);
  cursor.position++;
  return token;
}

export function isSign(token: Token, ...texts: readonly string[]): boolean {
  return token.type === "sign" && texts.includes(token.text);
}

export function isCommand(token: Token, ...names: readonly string[]): boolean {
  return token.type === "command" && names.includes(token.text);
}

/** Steps over the sign if it is next. */
export function skipSign(cursor: Cursor, ...texts: readonly string[]): boolean {
  const found = isSign(peek(cursor), ...texts);
  if (found) cursor.position++;
  return found;
}

export function expectSign(cursor: Cursor, ...texts: readonly string[]): void {
  if (!skipSign(cursor, ...texts)) throw new Unreadable(`"${texts[0]}" is missing.`);
}

/** Reads one level deeper, within the limits of depth and size. */
export function deeper<Result>(cursor: Cursor, read: () => Result): Result {
  if (++cursor.depth > limits.depth) throw new Unreadable("The answer is nested too deeply.");
  if (++cursor.nodes > limits.nodes) throw new Unreadable("The answer is too large.");
  const result = read();
  cursor.depth--;
  return result;
}

/** Reads brackets' content: bars and separators outside mean nothing inside. */
export function bracketed<Result>(cursor: Cursor, read: () => Result): Result {
  const { bars, barSeparates } = cursor;
  cursor.bars = 0;
  cursor.barSeparates = false;
  const result = deeper(cursor, read);
  cursor.bars = bars;
  cursor.barSeparates = barSeparates;
  return result;
}

/** { inner }, or a single atom where the braces are left out. */
export function readArgument(cursor: Cursor): Node {
  if (!skipSign(cursor, "{")) return deeper(cursor, () => cursor.grammar.atom(cursor));
  const inner = bracketed(cursor, () => cursor.grammar.inner(cursor));
  expectSign(cursor, "}");
  return inner;
}
