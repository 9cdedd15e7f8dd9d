import { levelSpelling } from "../reading/spelling.ts";
import { number } from "../syntax/build.ts";
import type { Node } from "../syntax/node.ts";
import { numberInWords } from "./number-words.ts";
import { different, same, undecided, type Verdict } from "./verdict.ts";

/** Ways to say one thing. */
const synonyms: readonly (readonly string[])[] = [
  ["no solution", "no solutions", "no real solution", "no real solutions", "none", "empty set", "no such", "null set"],
  ["does not exist", "dne", "undefined", "not defined", "doesnt exist", "do not exist", "no limit"],
  ["all real numbers", "all reals", "real numbers", "all real number", "any real number", "set of real numbers"],
  ["all integers", "integers", "any integer", "set of integers"],
  ["infinity", "infinitely many", "infinite", "infinitely many solutions"],
  ["yes", "true", "correct"],
  ["no", "false", "incorrect"],
  ["diverges", "divergent", "diverge"],
  ["converges", "convergent", "converge"],
]; // biome-ignore format: a table reads best in rows

const meanings = new Map(synonyms.flatMap((words) => words.map((word) => [word, words[0]!] as const)));

/** What a set phrase means: a set, or the number of a number word; null for other texts. */
export function meaningOf(text: string): Node | null {
  const words = plainWords(text);
  if (words === "no solution") return { kind: "named-set", name: "empty" };
  if (words === "all real numbers") return { kind: "named-set", name: "R" };
  if (words === "all integers") return { kind: "named-set", name: "Z" };
  const count = numberInWords(words);
  return count === null ? null : number(count);
}

/** Words without case, punctuation, articles and LaTeX's wrappers; synonyms of a few set phrases become one. */
export function plainWords(text: string): string {
  const words = text
    .replace(/\\(?:text|mbox|mathrm|textbf|textit|textrm|mathbf|operatorname)\s*\{([^{}]*)\}/g, " $1 ")
    .toLowerCase()
    .replace(/\.(?!\d)|(?<!\d)[,:]|[,:](?!\d)|[;!?'"()$\\{}*]/g, " ")
    .replace(/\b(?:a|an|the)\b(?=\s+\S)/g, " ")
    .replace(/\s+/g, " ")
    .trim();
  return meanings.get(words) ?? words;
}

/** Whether a text is plain words without mathematics: at least one word of two letters, no signs of operations. */
export function isWording(text: string): boolean {
  const plain = text.replace(
    /\\(?:text|mbox|mathrm|textbf|textit|textrm|mathbf|operatorname)\s*\{([^{}]*)\}/g,
    " $1 ",
  );
  return /[a-zA-Z]{2}/.test(plain) && /^[\p{L}\p{N}\s.,;:!?'"()-]*$/u.test(plain);
}

/** Whether a text is a phrase or sentence that must not be taken for a product of letters. */
export const isProse = (text: string): boolean =>
  isWording(text) && !/\d/.test(text) && (text.match(/[a-zA-Z]{2,}/g)?.length ?? 0) >= 3;

const wordsOfAPhrase = 6;

/** Compares two texts of which at least one is not readable as mathematics. */
export function compareTexts(
  a: string,
  b: string,
  readable: { readonly a: Node | undefined; readonly b: Node | undefined },
): Verdict {
  const [x, y] = [plainWords(a), plainWords(b)];
  if (x === y && x !== "") return same("the same words");
  if (levelSpelling(a) === levelSpelling(b)) return same("the same text");
  const isShort = (text: string) => isWording(text) && text.split(" ").length <= wordsOfAPhrase;
  const isDecidable = (text: string, node: Node | undefined) =>
    node ? node.kind !== "words" || isShort(text) : isShort(text);
  if (isDecidable(a, readable.a) && isDecidable(b, readable.b)) return different("different words");
  return undecided("an answer could not be read as mathematics or as a short phrase");
}
