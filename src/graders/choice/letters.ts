/** Markup that may stand around a letter. */
const markup = /\\(?:text|textbf|textrm|mathrm|mathbf|mbox)\s?\{|\\[()[\]]|[{}$*_`"'“”~]|\\[,; ]/g;
const letter = String.raw`(?:\(\s?[A-J]\s?\)|[A-J])`;
const alone = new RegExp(
  String.raw`^(?:(?:the )?(?:correct )?(?:option|choice|answer)s?:?\s)?(${letter}(?:\s?(?:,|and|or|&|;|\s|,\s?and)\s?${letter}){0,9})[.):]?$`,
  "i",
);
/** "C. 12" */
const marked = /^(?:(?:option|choice)\s)?([A-J])\s?[.):]\s+\S/;
/** "(B) B or C": what follows a letter in brackets is the text of its option, unless it goes on with a list. */
const labelled = /^(?:(?:option|choice)\s)?\(\s?([A-J])\s?\)\s+(?!\(|[,;&]|(?:and|or)\b)\S/;
const longestAnswer = 400;

/** The letters that an answer names, sorted and joined: "C", "AC"; null where it names none. */
export function lettersOf(answer: string): string | null {
  if (answer.length > longestAnswer) return null;
  const text = answer.replaceAll(markup, " ").replaceAll(/\s+/g, " ").trim();
  const bracketed = labelled.exec(text);
  if (bracketed) return bracketed[1]!;
  const found = alone.exec(text);
  if (found) {
    const letters = found[1]!.replaceAll(/and|or/gi, " ").match(/[A-J]/g);
    return letters ? [...new Set(letters)].sort().join("") : null;
  }
  return marked.exec(text)?.[1] ?? null;
}
