import { scanNumeral } from "./numerals.ts";
import type { Style, Token } from "./tokens.ts";
import { isUnit, readUnit } from "./units.ts";
import { functionNames, isPercentWord, isWord, plainCommands, splitAtFunction } from "./vocabulary.ts";

/** The tokens of an answer, and whether commas inside its numerals could be read in two ways. */
export interface Tokens {
  readonly tokens: readonly Token[];
  readonly ambiguous: boolean;
}

const wordCommand =
  /\\(text|textbf|textit|textrm|textnormal|textsf|texttt|mbox|hbox|mathrm|mathbf|mathit|mathsf|rm|bf|it|operatorname\*?|boldsymbol|pmb|emph|underline)\s*\{((?:[^{}\\]|\\[^a-zA-Z]|\{[^{}]*\})*)\}/y;
const command = /\\([a-zA-Z]+)/y;
const sign = /\\[{}%|$#&_\\]|<=|>=|=<|=>|!=|==|<>|\*\*|->|[-+*/^_=<>()[\]{}|,;:!%&'?."°@#`]/y;
const letters = /[a-zA-Z]+/y;

/** Aliases of commands, so that the grammar knows one name of each. */
const aliases: ReadonlyMap<string, string> = new Map(Object.entries({
  dfrac: "frac", tfrac: "frac", cfrac: "frac", sfrac: "frac", dbinom: "binom", tbinom: "binom", leq: "le",
  leqslant: "le", leqq: "le", geq: "ge", geqslant: "ge", geqq: "ge", neq: "ne", lt: "less", gt: "greater", ast: "times",
  cdotp: "cdot", bullet: "cdot", simeq: "approx", doteq: "approx", sim: "approx", varnothing: "emptyset",
  oslash: "emptyset", backslash: "setminus", smallsetminus: "setminus", lbrace: "{", rbrace: "}", lbrack: "[",
  rbrack: "]", vert: "|", lvert: "|", rvert: "|", Vert: "|", cosec: "csc", operatorname: "text", land: "and",
  wedge: "and", lor: "or", vee: "or", varepsilon: "epsilon", vartheta: "theta", varphi: "phi", dots: "ldots",
  cdots: "ldots", degree: "circ", textdegree: "circ", mid: "mid", colon: ":", Leftrightarrow: "iff", infin: "infty",
})); // biome-ignore format: a table reads best in rows

/** Splits tidied text; null where a character belongs to no notation. */
export function tokenize(text: string, style: Style): Tokens | null {
  const tokens: Token[] = [];
  let ambiguous = false;
  let depth = 0;
  let spaced = false;
  const push = (type: Token["type"], content: string) => {
    tokens.push({ type, text: content, spaced });
    spaced = false;
  };
  for (let at = 0; at < text.length; ) {
    if (/\s/.test(text[at]!)) {
      spaced = true;
      at++;
      continue;
    }
    const numeral = scanNumeral(
      text,
      at,
      depth === 0 ? style.commas === "group" : style.commas === "separate",
    );
    if (numeral) {
      push("numeral", numeral.text);
      ambiguous ||= numeral.ambiguous;
      at += numeral.length;
      continue;
    }
    const worded = matchAt(wordCommand, text, at);
    if (worded) {
      for (const token of wordTokens(worded[2]!, worded[1]!, tokens.at(-1), style)) {
        spaced ||= token.spaced;
        push(token.type, token.text);
      }
      at += worded[0].length;
      continue;
    }
    const named = matchAt(command, text, at);
    if (named) {
      const name = aliases.get(named[1]!) ?? named[1]!;
      push(/^[a-zA-Z]/.test(name) ? "command" : "sign", name === "{" || name === "}" ? `\\${name}` : name);
      at += named[0].length;
      continue;
    }
    const run = matchAt(letters, text, at);
    if (run) {
      const rest = text.slice(at + run[0].length, at + run[0].length + 12);
      for (const token of runTokens(run[0], tokens.at(-1), rest, tokens.at(-2))) push(token.type, token.text);
      at += run[0].length;
      continue;
    }
    const mark = matchAt(sign, text, at);
    if (!mark) return null;
    if (/[([{]$/.test(mark[0]) && !followsCommand(mark[0], tokens.at(-1))) depth++;
    if (/[)\]}]$/.test(mark[0]) && depth > 0) depth--;
    push("sign", mark[0]);
    at += mark[0].length;
  }
  return { tokens, ambiguous };
}

/** A brace after a command or ^ holds an argument and is no bracket of a list. */
const followsCommand = (bracket: string, before: Token | undefined) =>
  bracket === "{" && before !== undefined && (before.type === "command" || /^[}^_]$/.test(before.text));

/** What \\text{…} holds: words, or mathematics where it is a number, a single letter or a list of letters. */
function wordTokens(
  content: string,
  name: string,
  before: Token | undefined,
  style: Style,
): readonly Token[] {
  const inner = content.replaceAll(/\\[ ,;:!]|~/g, " ").replaceAll("\\%", "%");
  const trimmed = inner.trim();
  const spaced = inner !== inner.trimStart();
  const token = (type: Token["type"], text: string): Token => ({ type, text, spaced });
  const lower = trimmed.toLowerCase();
  if (trimmed === "") return [];
  if (/^[CF]$/.test(trimmed) && before?.text === "circ") return [token("words", trimmed)];
  if (lower === "and" || lower === "or") return [token("command", lower)];
  if (lower === "to" && before?.type === "numeral") return [token("sign", ":")];
  const isFunction = functionNames.has(trimmed);
  const isDegree = /^deg(?:ree)?s?$/i.test(trimmed) && before?.type === "numeral";
  if (isDegree) return [token("command", "circ")];
  const standsAsUnit =
    (isUnit(trimmed) && (mayPrecedeUnit(before) || (trimmed.length > 1 && !isFunction))) ||
    (/[/^]/.test(trimmed) && mayPrecedeUnit(before) && readUnit(trimmed) !== null);
  if (standsAsUnit) return [token("words", trimmed)];
  if (isFunction) return [token("command", trimmed)];
  if (isPercentWord(trimmed)) return [token("sign", "%")];
  if (/^\d/.test(trimmed)) return tokenize(inner, style)?.tokens ?? [token("words", trimmed)];
  const isProse = /[a-zA-Z]{2}/.test(trimmed) && !/^math|^bold/.test(name);
  if (isProse) return [token("words", trimmed)];
  return tokenize(inner, style)?.tokens ?? [token("words", trimmed)];
}

/** A unit stands after a value or inside a compound unit. */
const mayPrecedeUnit = (before: Token | undefined) =>
  before !== undefined &&
  (before.type === "numeral" || before.type === "words" || /^(?:[)\]}/]|pi)$/.test(before.text));

/** Units that are also names of functions or relations: after a numeral and before the end they are units. */
const doubtfulUnits = new Set(["min", "sec", "in"]);

/** A run of plain letters: a function, a word, or symbols one after the other. */
function runTokens(
  run: string,
  before: Token | undefined,
  rest: string,
  earlier: Token | undefined,
): readonly Token[] {
  const token = (type: Token["type"], text: string): Token => ({ type, text, spaced: false });
  if (doubtfulUnits.has(run) && mayPrecedeUnit(before) && /^\s*(?:$|[,;^/)])/.test(rest))
    return [token("words", run)];
  if (/^[ap]m$/i.test(run) && before?.type === "numeral") return [token("words", run)];
  if (/^[CF]$/.test(run) && before?.text === "circ") return [token("words", run)];
  if (run === "to" && before?.type === "numeral" && /^\s*\d/.test(rest)) return [token("sign", ":")];
  if (isUnit(run) && before?.text === "/" && earlier?.type === "words") return [token("words", run)];
  const known = plainCommands.get(run) ?? plainCommands.get(run.toLowerCase());
  if (known && (run !== "U" || before?.type === "sign")) return [token("command", known)];
  if (functionNames.has(run)) return [token("command", run)];
  if (isPercentWord(run)) return [token("sign", "%")];
  return (
    splitRun(run, before) ??
    (isWord(run) ? [token("words", run)] : [...run].map((letter) => token("letter", letter)))
  );
}

/** Finds the function or the "or" that is written into a run: sinx, xorW. */
function splitRun(run: string, before: Token | undefined): readonly Token[] | null {
  const token = (type: Token["type"], text: string): Token => ({ type, text, spaced: false });
  const symbols = (text: string) => [...text].map((letter) => token("letter", letter));
  const split = splitAtFunction(run);
  if (split) return [...symbols(split[0]), token("command", split[1]), ...symbols(split[2])];
  const joined = /^([a-zA-Z]?)(or|and)([a-zA-Z])$/.exec(run);
  if (!joined || (joined[1] === "" && !before)) return null;
  return [...symbols(joined[1]!), token("command", joined[2]!), ...symbols(joined[3]!)];
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}
