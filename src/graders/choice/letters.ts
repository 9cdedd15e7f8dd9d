/** Markup that may stand around a letter. */
const markup = /\\(?:text|textbf|textrm|mathrm|mathbf|mbox)\s?\{|\\[()[\]]|[{}$*_`"'“”~]|\\[,; ]/g;
const letter = String.raw`(?:\(\s?[A-J]\s?\)|[A-J])`;
const alone = new RegExp(
  String.raw`^(?:(?:the )?(?:correct )?(?:option|choice|answer)s?:?\s)?(${letter}(?:\s?(?:,|and|or|&|;|\s|,\s?and)\s?${letter}){0,9})[.):]?$`,
  "i",
);
/** "(C) 12" or "C. 12" */
const marked = /^(?:(?:option|choice)\s)?(?:\(\s?([A-J])\s?\)|([A-J])\s?[.):])\s+\S/;
const longestAnswer = 400;

/** The letters that an answer names, sorted and joined: "C", "AC"; null where it names none. */
export function lettersOf(answer: string): string | null {
  if (answer.length > longestAnswer) return null;
  const text = answer.replaceAll(markup, " ").replaceAll(/\s+/g, " ").trim();
  const found = alone.exec(text);
  if (found) {
    const letters = found[1]!.replaceAll(/and|or/gi, " ").match(/[A-J]/g);
    return letters ? [...new Set(letters)].sort().join("") : null;
  }
  const option = marked.exec(text);
  return option?.[1] ?? option?.[2] ?? null;
}
