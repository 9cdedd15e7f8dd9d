/**
 * The words of a text as Google's `rouge_score` reads them without stemming: lower case, everything but a–z and 0–9
 * separates.
 *
 * Lower-casing before matching matters: "İ" becomes "i" with a dot above and the Kelvin sign becomes "k", in
 * JavaScript as in Python; no other character outside ASCII yields a letter or digit.
 *
 * @example tokenize("Tom's 1,000 Äpfel") // ["tom", "s", "1", "000", "pfel"]
 */
export function tokenize(text: string): string[] {
  return text.toLowerCase().match(/[a-z0-9]+/g) ?? [];
}
