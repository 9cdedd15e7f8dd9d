import { trimSpan } from "./blank.ts";
import type { Span } from "./extraction.ts";

/** A box: `start` and `end` are its content's, the others include the command. */
export interface Box extends Span {
  readonly commandStart: number;
  readonly commandEnd: number;
  /** Whether its closing brace was found. */
  readonly isClosed: boolean;
}

/** A JSON string with an unescaped "\b" holds a backspace in place of the backslash. */
const command = /(?:\\+b|[\b])oxed|\\+(?:fbox|framebox)/g;
const argumentStart = /[ \t\n]{0,8}\{/y;
/** TeX takes one token without braces; a number is what was meant. */
const bareArgument = / ?([-+]?\d[\d.,/]*\d|[-+]?\d|[A-Za-z](?![A-Za-z]))/y;
/** Longer contents are those of a box whose brace was forgotten. */
const longestContent = 4000;
const placeholder =
  /^(?:\.{2,}|…|\\[lc]?dots|(?:\\text\{)?\s?(?:your |the |final )*answer(?: here)?\s?\}?|[#?_]+)$/i;

/** All boxes with a content, outermost ones only, in the order of the text. Linear in the length of the text. */
export function findBoxes(text: string): Box[] {
  if (!mayHoldBox(text)) return [];
  const commands = [...text.matchAll(command)];
  if (commands.length === 0) return [];
  const braces = matchBraces(text, commands[0]!.index);
  const boxes: Box[] = [];
  for (const { index, 0: name } of commands) {
    if (index < (boxes.at(-1)?.commandEnd ?? 0)) continue;
    const box = readBox(text, index, index + name.length, braces);
    if (box && !isPlaceholder(text.slice(box.start, box.end))) boxes.push(box);
  }
  return boxes;
}

const mayHoldBox = (text: string) => text.includes("box") || text.includes("\boxed");

const isPlaceholder = (content: string) => content === "" || placeholder.test(content.slice(0, 60));

function readBox(
  text: string,
  commandStart: number,
  at: number,
  braces: ReadonlyMap<number, number>,
): Box | null {
  argumentStart.lastIndex = at;
  if (!argumentStart.test(text)) {
    bareArgument.lastIndex = at;
    const bare = bareArgument.exec(text);
    if (!bare) return null;
    const end = bareArgument.lastIndex;
    return { start: end - bare[1]!.length, end, commandStart, commandEnd: end, isClosed: true };
  }
  const start = argumentStart.lastIndex;
  const close = braces.get(start - 1);
  if (close !== undefined && close - start <= longestContent && !text.slice(start, close).includes("\n\n")) {
    return { ...trimSpan(text, { start, end: close }), commandStart, commandEnd: close + 1, isClosed: true };
  }
  const end = endOfUnclosed(text, start);
  return { ...trimSpan(text, { start, end }), commandStart, commandEnd: end, isClosed: false };
}

/** A box without a closing brace ends with the formula or the line it stands in. */
function endOfUnclosed(text: string, start: number): number {
  const rest = text.slice(start, start + longestContent);
  const end = rest.search(/\$|\\[\])]|\n/);
  return start + (end === -1 ? rest.length : end);
}

/** Where the brace opened at each offset is closed, from `from` on. Escaped braces are text. */
function matchBraces(text: string, from: number): Map<number, number> {
  const closedAt = new Map<number, number>();
  const open: number[] = [];
  for (let at = from; at < text.length; at++) {
    const character = text.charCodeAt(at);
    if (character === backslash) at++;
    else if (character === openBrace) open.push(at);
    else if (character === closeBrace) {
      const start = open.pop();
      if (start !== undefined) closedAt.set(start, at);
    }
  }
  return closedAt;
}

const [backslash, openBrace, closeBrace] = [0x5c, 0x7b, 0x7d];
