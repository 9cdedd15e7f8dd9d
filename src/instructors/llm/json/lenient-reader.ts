import type { Json } from "../../../foundation/content-key.ts";
import { readEscape } from "./escapes.ts";

/** A value as a model wrote it. */
export interface LenientValue {
  value: Json;
  /** Index after its last character. */
  end: number;
  /** Whether the text ended before the value did; what was complete of it is kept. */
  isCut: boolean;
}

/** The text at `at` is no JSON, however one looks at it. */
class NotJson extends Error {}

/** Deeper nesting is no answer of an instructor. */
const deepest = 64;

/**
 * Reads the JSON value that begins at `at`, or null where there is none. Beside JSON it reads what language models make
 * of it: trailing commas, and commas missing where no text ends, comments, single quotes, bare keys, `True` and `None`, line breaks and quotes
 * inside strings, LaTeX with single backslashes. Of a text that ends too early, complete values are kept: an element of
 * a list that is cut off is left out.
 *
 * Valid JSON is read as what it means.
 */
export function readLenientJson(text: string, at: number): LenientValue | null {
  try {
    return readValue(text, skipSpace(text, at), 0);
  } catch (error) {
    if (error instanceof NotJson) return null;
    throw error;
  }
}

function readValue(text: string, at: number, depth: number): LenientValue {
  if (depth > deepest) throw new NotJson();
  const first = text[at];
  if (first === "{") return readObject(text, at, depth);
  if (first === "[") return readList(text, at, depth);
  if (first === '"' || first === "'") return readString(text, at);
  return readWord(text, at);
}

function readList(text: string, start: number, depth: number): LenientValue {
  const value: Json[] = [];
  for (let at = skipSpace(text, start + 1); ; at = skipSeparator(text, at)) {
    if (at >= text.length) return { value, end: at, isCut: true };
    if (text[at] === "]") return { value, end: at + 1, isCut: false };
    const element = readValue(text, at, depth + 1);
    if (element.isCut) return { value, end: element.end, isCut: true };
    value.push(element.value);
    at = element.end;
  }
}

function readObject(text: string, start: number, depth: number): LenientValue {
  const members: [string, Json][] = [];
  const ended = (end: number, isCut: boolean) => ({ value: Object.fromEntries(members), end, isCut });
  for (let at = skipSpace(text, start + 1); ; at = skipSeparator(text, at)) {
    if (at >= text.length) return ended(at, true);
    if (text[at] === "}") return ended(at + 1, false);
    const key = readKey(text, at);
    const colon = skipSpace(text, key.end);
    if (key.isCut || colon >= text.length) return ended(text.length, true);
    if (text[colon] !== ":") throw new NotJson();
    const begin = skipSpace(text, colon + 1);
    if (begin >= text.length) return ended(text.length, true);
    const member = readValue(text, begin, depth + 1);
    // Of a list or an object that is cut, what is complete counts; of a text or a number that is cut, nothing does.
    if (!member.isCut || typeof member.value === "object") members.push([key.name, member.value]);
    if (member.isCut) return ended(member.end, true);
    at = member.end;
  }
}

function readKey(text: string, at: number): { name: string; end: number; isCut: boolean } {
  if (text[at] === '"' || text[at] === "'") {
    const { value, end, isCut } = readString(text, at);
    return { name: String(value), end, isCut };
  }
  const name = matchAt(/[\p{L}_][\p{L}\d_-]*/uy, text, at);
  if (name === null) throw new NotJson();
  return { name, end: at + name.length, isCut: at + name.length >= text.length };
}

function readString(text: string, start: number): LenientValue {
  const quote = text[start]!;
  let value = "";
  for (let at = start + 1; at < text.length; ) {
    const character = text[at]!;
    if (character === quote && closesString(text, at)) return { value, end: at + 1, isCut: false };
    if (character === "\\") {
      const read = readEscape(text, at);
      value += read.value;
      at = read.end;
    } else {
      value += character;
      at += 1;
    }
  }
  return { value, end: text.length, isCut: true };
}

/** A quote ends a string where JSON goes on after it; elsewhere someone forgot to escape it. */
function closesString(text: string, at: number): boolean {
  const next = text[skipSpace(text, at + 1)];
  return next === undefined || ",:]}".includes(next);
}

const words: Readonly<Record<string, Json>> = {
  true: true,
  false: false,
  null: null,
  True: true,
  False: false,
  None: null,
};

/** A number, or a word that stands for a value. At the end of the text it may be cut: `12` of `128`. */
function readWord(text: string, at: number): LenientValue {
  const word = matchAt(/[-+]?[\w.][\w.+-]*/y, text, at);
  if (word === null) throw new NotJson();
  const value = Object.hasOwn(words, word) ? words[word]! : numberOf(word);
  const end = at + word.length;
  return { value, end, isCut: end >= text.length };
}

function numberOf(word: string): number {
  const value = Number(word);
  if (!Number.isFinite(value)) throw new NotJson();
  return value;
}

function skipSpace(text: string, at: number): number {
  return at + (matchAt(/(?:\s|\/\/[^\n]*|\/\*[\s\S]*?\*\/)*/y, text, at)?.length ?? 0);
}

function skipSeparator(text: string, at: number): number {
  const next = skipSpace(text, at);
  return text[next] === "," ? skipSpace(text, next + 1) : next;
}

function matchAt(pattern: RegExp, text: string, at: number): string | null {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? null;
}
