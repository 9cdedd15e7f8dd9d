import { call, constant, negation, quotient } from "../syntax/build.ts";
import { contains } from "../syntax/children.ts";
import type { Node } from "../syntax/node.ts";
import { readAngled, readBars, readBraces, readRounded, readSequence } from "./brackets.ts";
import { type Cursor, deeper, isSign, next, peek, readArgument, skipSign, Unreadable } from "./cursor.ts";
import { readFunction, readRoot, readSeries } from "./functions.ts";
import { readDeterminant, readEnvironment } from "./matrices.ts";
import { readNumeral } from "./numerals.ts";
import { readSymbol } from "./symbols.ts";
import { functionNames } from "./vocabulary.ts";

/** A numeral, a symbol, something in brackets, or a command with its arguments. */
export function readAtom(cursor: Cursor): Node {
  const token = next(cursor);
  switch (token.type) {
    case "numeral":
      return readNumeral(token.text) ?? unreadable(token.text);
    case "letter":
      return readSymbol(cursor, token.text);
    case "words":
      return readWords(cursor, token.text);
    case "command":
      return readCommand(cursor, token.text);
    case "sign":
      return readSigned(cursor, token.text);
    case "end":
      throw new Unreadable("The answer ends too early.");
  }
}

function readWords(cursor: Cursor, first: string): Node {
  const words = [first];
  while (peek(cursor).type === "words") words.push(next(cursor).text);
  return { kind: "words", text: words.join(" ") };
}

function readSigned(cursor: Cursor, sign: string): Node {
  switch (sign) {
    case "(":
    case "[":
      return readSequence(cursor, sign);
    case "{":
      return readBraces(cursor, "}");
    case "\\{":
      return readBraces(cursor, "\\}");
    case "|":
      return readBars(cursor);
    case "\\$":
      return readAmount(cursor, "dollar");
    default:
      return unreadable(sign);
  }
}

const namedSets = ["R", "Z", "N", "Q", "C"] as const;

function readCommand(cursor: Cursor, name: string): Node {
  const known = functionNames.get(name);
  if (known) return readFunction(cursor, known);
  switch (name) {
    case "frac":
      return readQuotient(cursor);
    case "binom":
      return call("binomial", readDigitArgument(cursor), readDigitArgument(cursor));
    case "sqrt":
      return readRoot(cursor, null);
    case "cbrt":
      return call("root", readArgument(cursor), {
        kind: "number",
        value: { numerator: 3n, denominator: 1n },
        decimal: null,
      });
    case "pi":
      return constant("pi");
    case "infty":
      return constant("infinity");
    case "emptyset":
      return { kind: "named-set", name: "empty" };
    case "lfloor":
      return readRounded(cursor, "floor");
    case "lceil":
      return readRounded(cursor, "ceiling");
    case "det":
      return readDeterminant(cursor);
    case "langle":
      return readAngled(cursor);
    case "begin":
      return readEnvironment(cursor);
    case "sum":
    case "prod":
      return readSeries(cursor, name === "sum" ? "sum" : "product") ?? unreadable(name);
    case "mathbb":
      return readSetName(cursor);
    case "euro":
    case "yen":
    case "rupee":
      return readAmount(cursor, name);
    case "pounds":
      return readAmount(cursor, "gbp");
    default:
      return readNamed(cursor, name);
  }
}

/** What stands after the sign of a currency. */
function readAmount(cursor: Cursor, unit: string): Node {
  const isNegative = skipSign(cursor, "-");
  const amount = deeper(cursor, () => cursor.grammar.power(cursor));
  return { kind: "quantity", operand: isNegative ? negation(amount) : amount, unit };
}

function readSetName(cursor: Cursor): Node {
  const inner = readArgument(cursor);
  const set = inner.kind === "symbol" ? namedSets.find((name) => name === inner.name) : undefined;
  return set ? { kind: "named-set", name: set } : unreadable("mathbb");
}

const greek =
  /^(?:alpha|beta|gamma|delta|epsilon|zeta|eta|theta|iota|kappa|lambda|mu|nu|xi|rho|sigma|tau|upsilon|phi|chi|psi|omega|Gamma|Delta|Theta|Lambda|Xi|Pi|Sigma|Phi|Psi|Omega|ell|hbar)$/;
const decorations =
  /^(?:mathbf|mathit|mathcal|mathrm|vec|hat|bar|tilde|overline|overrightarrow|widehat|bm|angle|triangle|widetilde)$/;

/** A Greek letter, or a decorated name such as \vec{v} and \angle ABC. */
function readNamed(cursor: Cursor, name: string): Node {
  if (greek.test(name)) return readSymbol(cursor, name);
  if (!decorations.test(name)) return unreadable(name);
  if (!isSign(peek(cursor), "{")) return { kind: "symbol", name: `${name} ${next(cursor).text}` };
  const inner = readArgument(cursor);
  if (name === "overline" && contains(inner, isImaginaryUnit)) return call("conjugate", inner);
  if (
    /^math|^vec$|^bm$/.test(name) ||
    (/^overline|^over|^angle|^triangle/.test(name) && inner.kind === "product")
  )
    return inner;
  const letters = inner.kind === "product" ? inner.operands : [inner];
  const text = letters
    .map((letter) => (letter.kind === "symbol" || letter.kind === "constant" ? letter.name : "?"))
    .join("");
  return text.includes("?") ? unreadable(name) : readSymbol(cursor, `${name} ${text}`);
}

const isImaginaryUnit = (node: Node) => node.kind === "constant" && node.name === "i";

/** \frac{d}{dx} is no quotient. */
function readQuotient(cursor: Cursor): Node {
  const [above, below] = [readDigitArgument(cursor), readDigitArgument(cursor)];
  const isOperator = isDifferential(above) && below.kind === "product" && isDifferential(below.operands[0]!);
  return isOperator ? unreadable("d/dx") : quotient(above, below);
}

const isDifferential = (node: Node) => node.kind === "symbol" && node.name === "d";

/** \frac12 takes one digit for each part. */
function readDigitArgument(cursor: Cursor): Node {
  const token = peek(cursor);
  if (token.type !== "numeral" || !/^\d{2,}/.test(token.text) || /[#(]/.test(token.text))
    return readArgument(cursor);
  cursor.tokens[cursor.position] = { ...token, text: token.text.slice(1), spaced: false };
  return readNumeral(token.text[0]!)!;
}

function unreadable(what: string): never {
  throw new Unreadable(`"${what}" is not known here.`);
}
