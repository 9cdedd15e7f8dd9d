/** A share as a percentage of two decimals. */
export const percent = (share: number): number => Number((100 * share).toFixed(2));

/** A text on one line of a table. */
export const shortened = (text: string): string =>
  JSON.stringify(text.length > 70 ? `${text.slice(0, 67)}...` : text);
