import { isInteger, type Rational } from "../../../../mathematics/rational.ts";
import { negation, number, product, quotient, sum } from "../syntax/build.ts";
import type { Node } from "../syntax/node.ts";
import { type Cursor, deeper, isCommand, isSign, next, peek, Unreadable } from "./cursor.ts";
import { readNumeral } from "./numerals.ts";
import { readPower, readSuffixes } from "./powers.ts";

/** term ± term ± … */
export function readSum(cursor: Cursor): Node {
  return deeper(cursor, () => {
    const terms: Node[] = [readTerm(cursor, takeSigns(cursor))];
    while (isSign(peek(cursor), "+", "-") || isCommand(peek(cursor), "pm", "mp"))
      terms.push(readTerm(cursor, takeSigns(cursor)));
    return sum(...terms);
  });
}

type Sign = "+" | "-" | "pm" | "mp";

function takeSigns(cursor: Cursor): Sign {
  let sign: Sign = "+";
  for (let token = peek(cursor); ; token = peek(cursor)) {
    if (isCommand(token, "pm", "mp")) sign = token.text as Sign;
    else if (isSign(token, "+") && isSign(peek(cursor, 1), "/") && isSign(peek(cursor, 2), "-")) {
      sign = "pm";
      cursor.position += 2;
    } else if (isSign(token, "-")) sign = sign === "-" ? "+" : sign === "+" ? "-" : sign;
    else if (!isSign(token, "+")) return sign;
    cursor.position++;
  }
}

function readTerm(cursor: Cursor, sign: Sign): Node {
  const term = readProduct(cursor);
  if (sign === "+") return term;
  if (sign === "-") return negation(term);
  return { kind: "plus-minus", sign: sign === "pm" ? 1 : -1, operand: term };
}

/**
 * factor · factor / factor …, the dot often left out. 1/2x is a half of x where the quotient is of two numerals, and
 * x/2y is x over 2y: what is written without a sign binds tighter than the stroke.
 */
export function readProduct(cursor: Cursor): Node {
  let left = readFactors(cursor);
  for (;;) {
    const token = peek(cursor);
    if (isSign(token, "*") || isCommand(token, "cdot", "times")) {
      next(cursor);
      left = product(left, readSigned(cursor));
    } else if ((isSign(token, "/") && !startsUnit(cursor)) || isCommand(token, "div")) {
      next(cursor);
      left = readDivision(cursor, left);
    } else if (isCommand(token, "bmod", "mod")) {
      next(cursor);
      left = { kind: "function", name: "remainder", operands: [left, readSigned(cursor)] };
    } else return left;
  }
}

const startsUnit = (cursor: Cursor) => peek(cursor, 1).type === "words";

function readSigned(cursor: Cursor): Node {
  if (!isSign(peek(cursor), "-", "+")) return readFactors(cursor);
  const negative = isSign(next(cursor), "-");
  const operand = deeper(cursor, () => readSigned(cursor));
  return negative ? negation(operand) : operand;
}

function readDivision(cursor: Cursor, left: Node): Node {
  if (isSign(peek(cursor), "-", "+")) return quotient(left, readSigned(cursor));
  const divisor = readPower(cursor);
  if (!startsFactor(cursor)) return quotient(left, divisor);
  cursor.ambiguous = true;
  const rest = readFactors(cursor);
  const ofNumerals = left.kind === "number" && divisor.kind === "number";
  const isTight = ofNumerals === (cursor.style.quotients === "unusual");
  return isTight ? quotient(left, product(divisor, rest)) : product(quotient(left, divisor), rest);
}

/** Factors side by side: 2\sqrt{3}\pi, and the mixed number 1\frac{1}{2}. */
export function readFactors(cursor: Cursor): Node {
  const factors: Node[] = [readPower(cursor)];
  while (startsFactor(cursor)) {
    const previous = factors.at(-1)!;
    const fraction = readFraction(cursor, previous);
    if (fraction) {
      factors[factors.length - 1] = readSuffixes(cursor, sum(previous, fraction));
      continue;
    }
    if (peek(cursor).type === "numeral" && previous.kind === "number")
      throw new Unreadable("Two numerals stand side by side.");
    factors.push(readPower(cursor));
  }
  return product(...factors);
}

/** The fraction of a mixed number: proper, of two numerals, right after a whole number. */
function readFraction(cursor: Cursor, whole: Node): Node | null {
  if (whole.kind !== "number" || whole.decimal || !isInteger(whole.value)) return null;
  const start = cursor.position;
  const first = peek(cursor);
  if (first.type === "numeral" && isSign(peek(cursor, 1), "/") && peek(cursor, 2).type === "numeral") {
    const [above, below] = [readNumeral(first.text), readNumeral(peek(cursor, 2).text)];
    if (above && below && isProper(above.value, below.value)) {
      cursor.position += 3;
      return quotient(number(above.value), number(below.value));
    }
  }
  if (isCommand(first, "frac")) {
    const fraction = cursor.grammar.atom(cursor);
    if (
      fraction.kind === "quotient" &&
      fraction.numerator.kind === "number" &&
      fraction.denominator.kind === "number" &&
      isProper(fraction.numerator.value, fraction.denominator.value)
    )
      return fraction;
    cursor.position = start;
  }
  return null;
}

const isProper = (above: Rational, below: Rational): boolean =>
  isInteger(above) && isInteger(below) && above.numerator > 0n && above.numerator < below.numerator;

/** Whether the next token begins a factor that is multiplied without a sign. */
export function startsFactor(cursor: Cursor): boolean {
  const token = peek(cursor);
  if (token.type === "numeral" || token.type === "letter") return true;
  if (token.type === "command") return !notFactors.has(token.text);
  if (isSign(token, "(", "[", "{")) return true;
  return isSign(token, "|") && cursor.bars === 0 && !cursor.barSeparates;
}

/** Commands that end a run of factors. */
const notFactors = new Set([
  "and", "or", "cup", "cap", "setminus", "in", "le", "ge", "ne", "less", "greater", "approx", "equiv", "pm", "mp",
  "cdot", "times", "div", "mid", "to", "rightarrow", "Rightarrow", "implies", "iff", "end", "rangle", "rfloor", "rceil",
  "notin", "subset", "subseteq", "pmod", "bmod", "mod", "ldots", "hline", "over", "choose", "euro", "pounds", "yen", "rupee",
  "cong", "perp", "parallel", "Leftrightarrow", "longrightarrow", "because", "therefore", "emptyset", "text", "cr",
]); // biome-ignore format: a table reads best in rows
