import type { Span } from "../math/extraction/index.ts";

export interface NamedOption extends Span {
  readonly letter: string;
  /** Whether the text calls it its choice, and does not merely mention it. */
  readonly isChosen: boolean;
}

const named =
  /(?<![A-Za-z0-9\\])(?:(?<verb>choos(?:e|ing)|select(?:ing)?|pick(?:ing)?|go(?:ing)? with|opt for|answer (?:is|would be|must be)|(?:correct|right|best) (?:answer|option|choice)(?: is|:)?)\s+)?(?:(?<noun>options?|choices?|answers?|alternative)\s*:?\s*)?[*_$"“]{0,3}(?:\\(?:text|textbf|mathrm|mathbf)\s?\{)?(?:\(\s?(?<bracketed>[A-J])\s?\)|(?<bare>[A-J])(?![A-Za-z0-9'’]))/g;
const approved =
  /^[)}*_$"”.\s]{0,6}(?:[^.\n]{0,60}?,\s)?(?:is|as) (?:the |our |my |therefore |thus )*(?:correct|right|best|answer)/i;
const rejected =
  /^[)}*_$"”\s]{0,6}(?:[^.\n]{0,40}?)?\b(?:is|are|was|can be|cannot|can['’]t|isn['’]t|doesn['’]t|does)\s?(?:also )?(?:not|in|be|wrong|false|eliminated|ruled|too|out)/i;
const negated =
  /\b(?:not|eliminates?|eliminated|exclude|rule out|rules out|reject|unlike|than|except|neither|nor)\s+$/i;

/** Of longer outputs the end is read: choices are named there. */
const longestText = 50_000;
/** Names looked at, from the last one back. */
const mostNames = 64;

/** The options that a text names in prose, in their order, without those it rejects. */
export function namedOptions(output: string): NamedOption[] {
  const text = output.slice(-longestText);
  return [...text.matchAll(named)].slice(-mostNames).flatMap((match): NamedOption[] => {
    const { verb, noun, bracketed, bare } = match.groups!;
    const start = match.index;
    const end = start + match[0].length;
    const after = text.slice(end, end + 100);
    const isApproved = approved.test(after);
    // A bare capital letter is a name, an article or a point of a figure.
    if (bare && !verb && !noun && !isApproved) return [];
    if (rejected.test(after) || negated.test(text.slice(Math.max(0, start - 16), start))) return [];
    return [{ letter: (bracketed ?? bare)!, isChosen: Boolean(verb) || isApproved, start, end }];
  });
}
