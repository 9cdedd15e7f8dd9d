import { boxesIn } from "./boxes.ts";
import { unicodeToLatex } from "./characters.ts";
import { usualNotation } from "./usual-notation.ts";

/**
 * Takes the wrapping off an answer: what JSON or Python escaping did to backslashes, boxes, math delimiters, lead-in
 * words, spacing commands and the full stop at the end.
 *
 * @example tidy("The answer is $\\boxed{14{,}916}$.") // "14916"
 */
export function tidy(text: string): string {
  const repaired = repairEscapes(text);
  const inner = withoutDelimiters(unicodeToLatex(boxesIn(repaired) ?? repaired));
  return usualNotation(withoutEnds(joinDigitGroups(plainSpacing(withoutLeadIn(inner)))));
}

/** "for any integer k" says nothing that the family of values does not say. */
const forEveryInteger =
  /[,\s]*(?:where\s+[a-z]\s+is\s+(?:an|any)\s+integer|(?:for\s+)?(?:any|all|an|every|some)\s+(?:integers?|real numbers?)\s+[a-z])\.?\s*$/i;

/** The punctuation before and after an answer, a brace too many, and the dots of a.m. and p.m. */
function withoutEnds(text: string): string {
  const plain = text
    .replace(/(?<![a-z])([ap])\.\s?m\b\.?/gi, (_, half: string) => `${half.toLowerCase()}m`)
    .replace(/^(?:[\s,;:=]|\\approx(?![a-z]))+/, "")
    .replace(/(?:[\s,;:\\]|(?<!\.)\.)+$/, "")
    .replace(forEveryInteger, "");
  const hasBraceTooMany = plain.endsWith("}") && plain.split("}").length > plain.split("{").length;
  return hasBraceTooMany ? plain.slice(0, -1).trimEnd() : plain;
}

/** `\\frac` from doubled escaping, and the control characters that "\f", "\b" and "\t" became. */
function repairEscapes(text: string): string {
  const single = text
    .replace(/\\?\f(?=rac|box|loor)/g, "\\f")
    // biome-ignore lint/suspicious/noControlCharactersInRegex: "\b" of "\boxed" read as a backspace
    .replace(/\\?\x08(?=oxed|egin|inom|ar)/g, "\\b")
    .replace(/\\?\t(?=ext|imes|frac|heta|an\b)/g, "\\t")
    .replace(/\\n(?![a-zA-Z])/g, " ");
  const separatesRows = /(?<!\\)\\begin|\\\\\s/.test(single);
  return separatesRows ? single : single.replace(/\\\\(?=[a-zA-Z{}%$([\])])/g, "\\");
}

function withoutDelimiters(text: string): string {
  return text
    .replace(/\\[()[\]]/g, " ")
    .replace(/\\(?:begin|end)\{(?:align|aligned|equation|gather|gathered|split|math)\*?\}/g, " ")
    .replace(/(?<!\\)\$/g, " ")
    .replace(/^\s*\*\*|\*\*\s*$/g, " ")
    .trim();
}

const announcement =
  /^(?:(?:so|thus|hence|therefore|then),?\s+)?(?:(?:the|my|our)\s+)?(?:(?:final|correct|exact)\s+)?(?:answers?|solutions?|results?|domain|range)(?:\s+(?:set\s+)?(?:is|are|equals?)\b\s*:?|\s*[:=])\s*/i;

const leadIn =
  /^(?:(?:so|thus|hence|therefore|then|we|find|get|have|obtain|that|the|final|correct|answer|answers|solution|solutions|solution set|result|value|is|are|to|equals|equal|it|be|must|about|approximately|roughly)\b[\s:,]*)+(?=[^a-z\s]|[a-z](?![a-z])|all real|no |none)/i;

/** "The answer is 5" → "5"; only words that announce an answer go. */
function withoutLeadIn(text: string): string {
  return text.replace(announcement, "").replace(leadIn, "");
}

function plainSpacing(text: string): string {
  return text
    .replace(
      /\\(?:left|right|bigl|bigr|Bigl|Bigr|biggl|biggr|big|Big|bigg|Bigg|middle)(?![a-zA-Z])\s*\.?/g,
      " ",
    )
    .replace(
      /\\(?:displaystyle|textstyle|limits|nolimits|mathop|phantom\s*(?:\{[^{}]*\}|-)|hspace\{[^{}]*\})(?![a-zA-Z])/g,
      " ",
    )
    .replace(/\\q?quad/g, "  ")
    .replace(/\s+/g, " ");
}

const groupMark = /(?<=\d)\s*(?:\{\s*,\s*\}|,\s*\\!|\\!\s*,|\\,|(?<!\\)\\ |~)\s*(?=\d{3}(?!\d))/g;

/** Digit groups whose separator can mean nothing else: 1{,}000, 1,\!000, 1\,000. Then the thin spaces go. */
function joinDigitGroups(text: string): string {
  return text
    .replace(groupMark, "")
    .replace(/\{\s*,\s*\}/g, ",")
    .replace(/(?<!\\)\\[!,;:>]/g, " ")
    .replace(/(?<!\\)\\ |~/g, " ");
}
