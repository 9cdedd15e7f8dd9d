/** A number with its currency or unit: "$60.80", "1,200", "160 minutes", "25%". */
const amount = /^\\?\$?\s*(-?\d[\d,]*(?:\.\d+)?)\s*(?:\\?%|[\p{L}\s/]+)?\.?$/u;

/**
 * The last answer that a text puts into `\ANSWER{…}`, as MathChat's references do, or into `\boxed{…}`; of an amount the
 * number alone, without separators. Null where there is none.
 */
export function boxedAnswer(text: string): string | null {
  const stated = [...text.matchAll(/\\(?:ANSWER|boxed)\{((?:[^{}]|\{[^{}]*\})*)\}/g)].at(-1)?.[1]?.trim();
  if (!stated) return null;
  return amount.exec(stated)?.[1]?.replaceAll(",", "") ?? stated;
}
