import { limits } from "../limits.ts";
import { call, sum } from "../syntax/build.ts";
import type { List, Node, RelationSign } from "../syntax/node.ts";
import { readSum } from "./arithmetic.ts";
import { type Cursor, isCommand, isSign, next, peek, readArgument, skipSign, Unreadable } from "./cursor.ts";
import { readUnit } from "./units.ts";

/** A whole answer, or what stands between brackets: items separated by semicolons, then by commas, "and" and "or". */
export function readList(cursor: Cursor): Node {
  const groups = [readGroup(cursor)];
  while (skipSign(cursor, ";")) {
    if (endsList(cursor)) break;
    groups.push(readGroup(cursor));
  }
  return groups.length === 1 ? groups[0]! : { kind: "list", joint: ";", members: groups };
}

function readGroup(cursor: Cursor): Node {
  const members = [readRelation(cursor)];
  let joint: List["joint"] = ",";
  for (let separator = takeSeparator(cursor); separator; separator = takeSeparator(cursor)) {
    if (separator !== ",") joint = separator;
    if (endsList(cursor)) break;
    if (members.push(readRelation(cursor)) > limits.members) throw new Unreadable("The list is too long.");
  }
  return members.length === 1 ? members[0]! : { kind: "list", joint, members };
}

const endsList = (cursor: Cursor) =>
  peek(cursor).type === "end" || isSign(peek(cursor), ")", "]", "}", "\\}");

/** "," or "and" or "or", also ", and" and the command \\ between lines. */
function takeSeparator(cursor: Cursor): "," | "and" | "or" | null {
  let separator: "," | "and" | "or" | null = null;
  for (;;) {
    const token = peek(cursor);
    if (isSign(token, ",")) separator ??= ",";
    else if (isCommand(token, "and", "or")) separator = token.text as "and" | "or";
    else return separator;
    next(cursor);
  }
}

const signsOfRelation: ReadonlyMap<string, RelationSign> = new Map(Object.entries({
  "=": "=", "==": "=", "!=": "!=", "<>": "!=", "<": "<", ">": ">", "<=": "<=", "=<": "<=", ">=": ">=", ne: "!=",
  less: "<", greater: ">", le: "<=", ge: ">=", in: "in", approx: "approximately", equiv: "equivalent",
})); // biome-ignore format: a table reads best in rows

/** a = b < c …, or a single operand. */
export function readRelation(cursor: Cursor): Node {
  const operands = [readRatio(cursor)];
  const signs: RelationSign[] = [];
  for (let sign = relationSign(cursor); sign; sign = relationSign(cursor)) {
    next(cursor);
    signs.push(sign);
    operands.push(readRatio(cursor));
  }
  if (isCommand(peek(cursor), "pmod")) {
    next(cursor);
    operands.push(call("remainder", operands.pop()!, readArgument(cursor)));
  }
  return signs.length === 0 ? operands[0]! : { kind: "relation", operands, signs };
}

function relationSign(cursor: Cursor): RelationSign | undefined {
  const { type, text } = peek(cursor);
  return type === "sign" || type === "command" ? signsOfRelation.get(text) : undefined;
}

const clock = /^(?:[01]?\d|2[0-4])(?::[0-5]\d){1,2}$/;

/** 3 : 2, unless a colon separates the condition of a set. */
function readRatio(cursor: Cursor): Node {
  const start = cursor.position;
  const parts = [readSetOperation(cursor)];
  while (!cursor.barSeparates && skipSign(cursor, ":")) parts.push(readSetOperation(cursor));
  if (parts.length === 1) return withUnit(cursor, parts[0]!);
  const last = parts.at(-1)!;
  const unit = last.kind === "quantity" ? last.unit : null;
  if (last.kind === "quantity") parts[parts.length - 1] = last.operand;
  const written = cursor.tokens
    .slice(start, cursor.position)
    .filter(({ type }) => type !== "words")
    .map((token) => token.text)
    .join("");
  const ratio: Node = { kind: "ratio", parts, isClock: clock.test(written) };
  return unit === null ? ratio : { kind: "quantity", operand: ratio, unit };
}

const setOperations: ReadonlyMap<string, "union" | "intersection" | "difference"> = new Map(Object.entries({
  cup: "union", cap: "intersection", setminus: "difference",
})); // biome-ignore format: a table reads best in rows

function readSetOperation(cursor: Cursor): Node {
  let left = withSmallerUnits(cursor, withUnit(cursor, readSum(cursor)));
  for (;;) {
    const token = peek(cursor);
    const operation = token.type === "command" ? setOperations.get(token.text) : undefined;
    if (!operation) return left;
    next(cursor);
    left = { kind: "set-operation", operation, operands: [left, readSum(cursor)] };
  }
}

/** Words after a value, with the powers and strokes between them: cm^2, m / min, values. */
function withUnit(cursor: Cursor, value: Node): Node {
  const currency = peek(cursor);
  if (isCommand(currency, "euro", "pounds", "yen", "rupee") || isSign(currency, "\\$")) {
    next(cursor);
    const unit = currency.text === "pounds" ? "gbp" : currency.text === "\\$" ? "dollar" : currency.text;
    return { kind: "quantity", operand: value, unit };
  }
  const startsWithStroke = isSign(currency, "/") && peek(cursor, 1).type === "words";
  if (currency.type !== "words" && !startsWithStroke) return value;
  if (value.kind === "words") return value;
  let unit = "";
  for (let token = peek(cursor); belongsToUnit(cursor); token = peek(cursor)) {
    unit += token.type === "words" ? ` ${token.text} ` : token.text;
    next(cursor);
  }
  return { kind: "quantity", operand: value, unit: unit.trim() };
}

/** 5 ft 6 in, 1 hour 30 minutes: a sum. */
function withSmallerUnits(cursor: Cursor, first: Node): Node {
  const parts = [first];
  while (isMeasure(parts.at(-1)!) && peek(cursor).type === "numeral")
    parts.push(withUnit(cursor, cursor.grammar.power(cursor)));
  return sum(...parts);
}

const isMeasure = (node: Node) => node.kind === "quantity" && readUnit(node.unit) !== null;

function belongsToUnit(cursor: Cursor): boolean {
  const token = peek(cursor);
  if (token.type === "words") return true;
  if (isSign(token, "/", "^", "{", "-", "'", "(", "."))
    return ["words", "numeral", "sign"].includes(peek(cursor, 1).type) && peek(cursor, 1).text !== "(";
  if (isSign(token, "}", ")")) return isOpenInUnit(cursor);
  return token.type === "numeral" && isSign(peek(cursor, -1), "^", "{", "-");
}

/** A closing bracket belongs to the unit if it was opened in it: cm^{2}. */
function isOpenInUnit(cursor: Cursor): boolean {
  for (let back = -1; back >= -4; back--) {
    const token = peek(cursor, back);
    if (isSign(token, "{", "("))
      return isSign(peek(cursor, back - 1), "^") || peek(cursor, back - 1).type === "words";
  }
  return false;
}
