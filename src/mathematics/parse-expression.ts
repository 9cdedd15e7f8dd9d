import type { Expression, Operator } from "./expression.ts";
import { type Token, tokenize } from "./tokens.ts";

/**
 * Reads arithmetic: `+ - * / x × ÷ ( )`, decimals, percents ("20%" is 1/5), thousands commas and currency signs.
 * What stands before a parenthesis multiplies it: "9(33)", and "1/2 (68)" is 34.
 *
 * Returns null where the text is anything else; free text is no exception. Spans count from the start of `text`.
 *
 * @example evaluate(parseExpression("20% x $1,500")!) // 300
 */
export function parseExpression(text: string): Expression | null {
  return parseTokens(tokenize(text));
}

/** As `parseExpression`, for tokens that were cut out of a longer text. */
export function parseTokens(tokens: readonly Token[]): Expression | null {
  const reader = { tokens, position: 0 };
  const expression = parseSum(reader);
  return reader.position === tokens.length ? expression : null;
}

interface Reader {
  readonly tokens: readonly Token[];
  position: number;
}

function parseSum(reader: Reader): Expression | null {
  return parseLeftAssociative(reader, ["+", "-"], parseProduct);
}

function parseProduct(reader: Reader): Expression | null {
  return parseLeftAssociative(reader, ["*", "/"], parseFactor);
}

function parseLeftAssociative(
  reader: Reader,
  operators: readonly Operator[],
  parseOperand: (reader: Reader) => Expression | null,
): Expression | null {
  let left = parseOperand(reader);
  while (left) {
    const operator = acceptOperator(reader, operators);
    if (!operator) return left;
    const right = parseOperand(reader);
    if (!right) return null;
    left = { kind: "operation", operator, left, right, start: left.start, end: right.end };
  }
  return null;
}

function parseFactor(reader: Reader): Expression | null {
  const first = reader.tokens[reader.position];
  if (first?.kind === "operator") {
    if (!acceptOperator(reader, ["-"])) return null;
    const operand = parseFactor(reader);
    return operand && { kind: "negation", operand, start: first.start, end: operand.end };
  }
  return parsePrimary(reader);
}

function parsePrimary(reader: Reader): Expression | null {
  const token = reader.tokens[reader.position];
  if (token?.kind === "open") return parseParenthesised(reader);
  if (token?.kind !== "number") return null;
  reader.position++;
  const { value, text, start, end } = token;
  return { kind: "number", value, text, start, end };
}

function parseParenthesised(reader: Reader): Expression | null {
  const { start } = reader.tokens[reader.position++]!;
  const inner = parseSum(reader);
  const close = reader.tokens[reader.position];
  if (!inner || close?.kind !== "close") return null;
  reader.position++;
  return { ...inner, start, end: close.end };
}

function acceptOperator(reader: Reader, operators: readonly Operator[]): Operator | null {
  const token = reader.tokens[reader.position];
  if (token?.kind === "open" && operators.includes("*")) return "*";
  if (token?.kind !== "operator" || !operators.includes(token.operator)) return null;
  reader.position++;
  return token.operator;
}
