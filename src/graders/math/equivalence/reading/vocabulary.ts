import type { FunctionName } from "../syntax/node.ts";
import { isUnit } from "./units.ts";

/** Functions by the names that LaTeX commands and plain text give them. */
export const functionNames: ReadonlyMap<string, FunctionName> = new Map<string, FunctionName>([
  ["sin", "sin"], ["cos", "cos"], ["tan", "tan"], ["tg", "tan"], ["cot", "cot"], ["ctg", "cot"], ["sec", "sec"],
  ["csc", "csc"], ["cosec", "csc"], ["arcsin", "arcsin"], ["arccos", "arccos"], ["arctan", "arctan"],
  ["arctg", "arctan"], ["arccot", "arccot"], ["asin", "arcsin"], ["acos", "arccos"], ["atan", "arctan"],
  ["sinh", "sinh"], ["cosh", "cosh"], ["tanh", "tanh"], ["ln", "ln"], ["log", "log"], ["lg", "log"], ["exp", "exp"], ["cis", "cis"],
  ["abs", "absolute"], ["floor", "floor"], ["ceil", "ceiling"], ["gcd", "gcd"], ["lcm", "lcm"], ["min", "minimum"],
  ["max", "maximum"],
]); // biome-ignore format: a table reads best in rows

const inverses: Partial<Record<FunctionName, FunctionName>> = {
  sin: "arcsin", cos: "arccos", tan: "arctan", cot: "arccot",
}; // biome-ignore format: a table reads best in rows

/** The inverse that sin^{-1} means. */
export const inverseOf = (name: FunctionName): FunctionName | undefined => inverses[name];

/** Words of plain text that are commands. */
export const plainCommands: ReadonlyMap<string, string> = new Map([
  ["pi", "pi"], ["sqrt", "sqrt"], ["cbrt", "cbrt"], ["infinity", "infty"], ["inf", "infty"], ["oo", "infty"],
  ["and", "and"], ["or", "or"], ["union", "cup"], ["U", "cup"], ["in", "in"],
]); // biome-ignore format: a table reads best in rows

const percentWords = new Set(["percent", "pct", "percentage", "percents"]);

export const isPercentWord = (word: string) => percentWords.has(word.toLowerCase());

/** Words between units: miles per hour, square feet. */
const unitWords = new Set(["per", "square", "sq", "cubic"]);

/**
 * Whether a run of plain letters is a word rather than a product of symbols: a unit of two letters and more, or four
 * letters and more that are not simply in alphabetical order (`abcd`).
 */
export function isWord(run: string): boolean {
  if (unitWords.has(run)) return true;
  if (run.length >= 2 && (isUnit(run) || isPercentWord(run))) return true;
  return run.length >= 4 && [...run].some((letter, index) => index > 0 && letter <= run[index - 1]!);
}

const functionInRun = new RegExp(
  `^([a-zA-Z]?)(${[...functionNames.keys(), "sqrt", "pi"].sort((a, b) => b.length - a.length).join("|")})([a-zA-Z]?)$`,
);

/** Splits "sinx" and "xln" around the function that stands in the run; null where none does. */
export function splitAtFunction(run: string): [before: string, name: string, after: string] | null {
  const match = functionInRun.exec(run);
  return match && [match[1]!, match[2]!, match[3]!];
}
