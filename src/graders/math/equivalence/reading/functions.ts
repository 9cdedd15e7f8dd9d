import { call, constant, negation, number, power, product, sum } from "../syntax/build.ts";
import { mapChildren } from "../syntax/children.ts";
import type { FunctionName, Node } from "../syntax/node.ts";
import {
  bracketed,
  type Cursor,
  deeper,
  expectSign,
  isSign,
  peek,
  readArgument,
  skipSign,
} from "./cursor.ts";
import { readExponent } from "./exponents.ts";
import { functionNames, inverseOf } from "./vocabulary.ts";

/** \sin^2 x, \log_2(8), \gcd(4, 6): the name is already read. */
export function readFunction(cursor: Cursor, name: FunctionName): Node {
  const base = skipSign(cursor, "_") ? readArgument(cursor) : null;
  const exponent = skipSign(cursor, "^", "**") ? readExponent(cursor) : null;
  const operands = deeper(cursor, () => readOperands(cursor));
  const inverse = exponent && isMinusOne(exponent) ? inverseOf(name) : undefined;
  if (inverse) return call(inverse, ...operands);
  const value = base && name === "log" ? call("log", ...operands, base) : applied(name, operands);
  return exponent ? power(value, exponent) : value;
}

function applied(name: FunctionName, operands: readonly Node[]): Node {
  if (name === "exp") return power(constant("e"), operands[0] ?? number(1));
  if (name === "cis") return sum(call("cos", ...operands), product(constant("i"), call("sin", ...operands)));
  return call(name, ...operands);
}

const isMinusOne = (node: Node) =>
  node.kind === "negation" && node.operand.kind === "number" && node.operand.value.numerator === 1n;

const closingOf = { "(": ")", "[": "]", "\\{": "\\}" } as const;

function readOperands(cursor: Cursor): readonly Node[] {
  if (isSign(peek(cursor), "(", "[", "\\{")) {
    const close = closingOf[peek(cursor).text as keyof typeof closingOf];
    cursor.position++;
    const inner = bracketed(cursor, () => cursor.grammar.inner(cursor));
    expectSign(cursor, close);
    return inner.kind === "list" ? inner.members : [inner];
  }
  return [readBareOperand(cursor)];
}

/** The operand without brackets reaches over factors without a sign: sin 2πx, but sin x cos x is a product. */
function readBareOperand(cursor: Cursor): Node {
  if (skipSign(cursor, "-")) return negation(deeper(cursor, () => readBareOperand(cursor)));
  const factors = [cursor.grammar.power(cursor)];
  while (continuesOperand(cursor, factors.at(-1)!)) factors.push(cursor.grammar.power(cursor));
  return product(...factors);
}

const simpleCommands = new Set([
  "frac",
  "sqrt",
  "pi",
  "theta",
  "alpha",
  "beta",
  "gamma",
  "phi",
  "omega",
  "lambda",
]);

function continuesOperand(cursor: Cursor, previous: Node): boolean {
  const token = peek(cursor);
  if (token.type === "letter") return true;
  if (isSign(token, "(")) return previous.kind === "number";
  return token.type === "command" && simpleCommands.has(token.text) && !functionNames.has(token.text);
}

/** \sqrt{x}, \sqrt[3]{x}, √2: the name is already read. */
export function readRoot(cursor: Cursor, index: Node | null): Node {
  let degree = index;
  if (skipSign(cursor, "[")) {
    degree = bracketed(cursor, () => cursor.grammar.inner(cursor));
    expectSign(cursor, "]");
  }
  return call("root", readArgument(cursor), degree ?? number(2));
}

/** \sum_{k=0}^{n} body and \prod. */
export function readSeries(cursor: Cursor, operation: "sum" | "product"): Node | null {
  if (!skipSign(cursor, "_")) return null;
  const range = readArgument(cursor);
  if (range.kind !== "relation" || range.signs[0] !== "=" || !skipSign(cursor, "^")) return null;
  const [index, from] = range.operands as [Node, Node];
  const to = readArgument(cursor);
  const body = deeper(cursor, () => cursor.grammar.product(cursor));
  if (index.kind === "symbol") return { kind: "series", operation, index: index.name, from, to, body };
  if (index.kind !== "constant" || index.name !== "i") return null;
  return { kind: "series", operation, index: "i", from, to, body: withIndexI(body) };
}

/** Under a sum over i, i is the index and not the imaginary unit. */
function withIndexI(node: Node): Node {
  if (node.kind === "constant" && node.name === "i") return { kind: "symbol", name: "i" };
  return mapChildren(node, withIndexI);
}
