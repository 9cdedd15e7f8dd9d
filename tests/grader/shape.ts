import { hasVariables, isScalar, sameValue } from "./oracle/same-value.ts";

export interface Sequence {
  kind: "sequence";
  open: string;
  close: string;
  parts: readonly string[];
}

/** What an answer is on its surface, as far as rewriting and perturbing it needs to know. */
export type Shape =
  /** A number, or an expression with a value: see the oracle's grammar. */
  | { kind: "scalar"; text: string }
  /** A scalar with a mark or a unit. */
  | { kind: "marked"; text: string; mark: "percent" | "degree" | "dollar" }
  | { kind: "measure"; text: string; unit: string }
  | { kind: "based"; digits: string; base: string }
  /** Tuples, points, intervals, sets, and lists without brackets, whose brackets are empty. */
  | Sequence
  | { kind: "union"; intervals: readonly Sequence[] }
  | { kind: "matrix"; environment: string; rows: readonly (readonly string[])[] }
  | { kind: "equation"; left: string; right: string }
  | { kind: "choice"; letter: string }
  /** Words, without `\text`. */
  | { kind: "text"; words: string }
  | { kind: "other" };

/** Reads the surface of an answer; what is not surely one of the known kinds is `other`. */
export function shapeOf(answer: string): Shape {
  const bare = bareAnswer(answer);
  return (
    choiceShape(bare) ??
    textShape(bare) ??
    scalarShape(bare) ??
    markedShape(bare) ??
    measureShape(bare) ??
    basedShape(bare) ??
    matrixShape(bare) ??
    sequenceShape(bare) ??
    unionShape(bare) ??
    equationShape(bare) ?? { kind: "other" }
  );
}

/** The answer without the dollars and the full stop around it. */
export function bareAnswer(answer: string): string {
  const trimmed = answer.trim();
  const inner = /^\$([^$]+)\$\.?$/.exec(trimmed)?.[1] ?? trimmed;
  return inner
    .trim()
    .replace(/([^\d.])\.$/, "$1")
    .trim();
}

/** Whether an interval or a pair: only a bracket of each kind, or a point at infinity, tells. */
export function isSurelyInterval({ open, close, parts }: Sequence): boolean {
  if (parts.length !== 2 || !"([".includes(open) || !")]".includes(close) || open === "") return false;
  const isMixed = (open === "(") !== (close === ")");
  return isMixed || parts.some((part) => /^[-+]?\\infty$/.test(part));
}

function choiceShape(text: string): Shape | null {
  const letter = /^(?:\\text\{\s*)?\(?([A-H])\)?\s*\}?$/.exec(text)?.[1];
  return letter ? { kind: "choice", letter } : null;
}

function scalarShape(text: string): Extract<Shape, { kind: "scalar" }> | null {
  const grouped = /^-?[1-9]\d{0,2}(?:(?:,|\{,\}|,\s*\\!\s*)\d{3})+(?:\.\d+)?$/.test(text);
  const plain = grouped ? text.replaceAll(/\{,\}|,\s*\\!\s*|,/g, "") : text;
  return isExpression(plain) ? { kind: "scalar", text: plain } : null;
}

/** To the oracle, words and units are products of their letters. */
const isExpression = (text: string): boolean => {
  const letters = text.replaceAll(/\\[a-z]+/gi, " ");
  return (
    !/[A-Za-z]{4,}|[IVX]{2,}|(?<![a-z])(?:and|or|in|[ckm]m|ft|kg|[ap]m)(?![a-z])/.test(letters) &&
    isScalar(text)
  );
};

const marks: readonly (readonly [Extract<Shape, { kind: "marked" }>["mark"], RegExp])[] = [
  ["percent", /^(.*?)\s*\\?%$/],
  ["degree", /^(.*?)\s*\^(?:\\circ|\{\\circ\})$/],
  ["dollar", /^\\\$\s*(.*)$/],
];

function markedShape(text: string): Shape | null {
  for (const [mark, pattern] of marks) {
    const number = scalarShape(pattern.exec(text)?.[1] ?? "");
    // The mark in cos 13° belongs to the angle.
    if (number && !/\\[a-z]{2,}(?<!frac|sqrt|pi)/.test(number.text))
      return { ...number, kind: "marked", mark };
  }
  return null;
}

function measureShape(text: string): Shape | null {
  const match = /^(.+?)\s*\\(?:text|mbox|mathrm)\s*\{\s*([a-zA-Z]+(?: [a-zA-Z]+)?)\s*\}$/.exec(text);
  const number = match && scalarShape(match[1]!);
  return number && match[2] !== "i" && match[2] !== "e"
    ? { ...number, kind: "measure", unit: match[2]! }
    : null;
}

function basedShape(text: string): Shape | null {
  const match = /^(\d+)_(?:\{(\d+)\}|(\d))$/.exec(text);
  return match ? { kind: "based", digits: match[1]!, base: (match[2] ?? match[3])! } : null;
}

function matrixShape(text: string): Shape | null {
  const plain = text
    .replace(/^\\left[[(]\s*\\begin\{array\}\{[lcr]+\}/, "\\begin{bmatrix}")
    .replace(/\\end\{array\}\s*\\right[\])]$/, "\\end{bmatrix}");
  const match = /^\\begin\{([pb]matrix)\}(.*)\\end\{\1\}$/s.exec(plain);
  if (!match) return null;
  const rows = match[2]!.replace(/\\\\\s*$/, "").split("\\\\");
  const cells = rows.map((row) => row.split("&").map((cell) => cell.trim()));
  return cells.flat().every(isExpression) ? { kind: "matrix", environment: match[1]!, rows: cells } : null;
}

const brackets: readonly (readonly [string, string])[] = [
  ["\\{", "\\}"],
  ["(", ")"],
  ["(", "]"],
  ["[", ")"],
  ["[", "]"],
];

function sequenceShape(text: string): Sequence | null {
  const plain = text.replaceAll(/\\left(?![a-z])|\\right(?![a-z])/g, "").trim();
  const list = splitAtCommas(plain);
  if (list.length > 1 && list.every(isMember)) return { kind: "sequence", open: "", close: "", parts: list };
  for (const [open, close] of brackets) {
    if (!plain.startsWith(open) || !plain.endsWith(close)) continue;
    const parts = splitAtCommas(plain.slice(open.length, plain.length - close.length));
    const enough = parts.length > 1 || open === "\\{";
    if (enough && parts.every(isPart)) return { kind: "sequence", open, close, parts };
  }
  return null;
}

const isPart = (text: string): boolean => isExpression(text) || /^[-+]?\\infty$/.test(text);

/** A member of a list may be a pair. */
const isMember = (text: string): boolean => isExpression(text) || sequenceShape(text) !== null;

/** Parts between the commas that stand in no brackets. Digits in threes may be one number, and are not split. */
function splitAtCommas(text: string): string[] {
  if (/\d(?:,|\{,\}|,\s*\\!\s*)\d{3}(?!\d)/.test(text)) return [text];
  const parts = [""];
  let depth = 0;
  for (const character of text.replaceAll("\\ ", " ")) {
    if ("([{".includes(character)) depth++;
    if (")]}".includes(character)) depth--;
    if (character === "," && depth === 0) parts.push("");
    else parts[parts.length - 1] += character;
  }
  return parts.map((part) => part.trim());
}

function unionShape(text: string): Shape | null {
  const intervals = text.split("\\cup").map((part) => sequenceShape(part.trim()));
  if (intervals.length < 2 || !intervals.every((part) => part !== null)) return null;
  return intervals.every(({ open }) => "([".includes(open) && open !== "")
    ? { kind: "union", intervals }
    : null;
}

/** An equation that says something: not an identity, nor the definition of a function, whose brackets are no factor. */
function equationShape(text: string): Shape | null {
  const [left = "", right = "", ...more] = text.split("=").map((side) => side.trim());
  if (more.length > 0 || !isExpression(left) || !isExpression(right)) return null;
  if (/[a-z]['}]*\s*(?:\\left)?\(/i.test(left) || sameValue(left, right) !== false) return null;
  return hasVariables(left) || hasVariables(right) ? { kind: "equation", left, right } : null;
}

/** Outside of `\text`, a few letters may be a product: words are capitalised or have four letters. */
function textShape(text: string): Shape | null {
  const marked = /^\\text(?:bf|rm)?\s*\{([^{}]*)\}$/.exec(text)?.[1]?.trim();
  if (marked !== undefined)
    return /^[A-Za-z]{2,}(?: [A-Za-z]+)*$/.test(marked) ? { kind: "text", words: marked } : null;
  return /^(?:[A-Z][a-z]+|[a-z]{4,}|[A-Za-z]+(?: [A-Za-z]{2,}){1,4})$/.test(text)
    ? { kind: "text", words: text }
    : null;
}
