/** One space between words, none before a full stop, comma or question mark. */
export function tidy(text: string): string {
  return text
    .replace(/\s+/g, " ")
    .replace(/ (?=[.,?!])/g, "")
    .trim();
}

export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Writes "an" before a vowel sound: "an apple", "an hour", "an 8-inch board". */
export function withArticles(text: string): string {
  return text.replace(/\b([Aa]) (?=hour|[aeio]|u(?!ni|se)|8|11\b|18\b)(?!one)/g, "$1n ");
}

/** Writes "$5" for "5 dollars". */
export function withDollarSigns(text: string): string {
  return text.replace(/(\d+) dollars/g, "$$$1");
}

/** Items as a phrase: "a", "a and b", "a, b and c". */
export function listed(items: readonly string[]): string {
  if (items.length < 2) return items.join("");
  return `${items.slice(0, -1).join(", ")} and ${items.at(-1)}`;
}
