import { sameAmount } from "./amounts.ts";
import type { Part } from "./calculation.ts";

/** The same number, used in the same direction. */
export function isSamePart(a: Part, b: Part): boolean {
  return a.inverse === b.inverse && sameAmount(a.value, b.value);
}

/** What is left of some parts when those that are also among others are taken away, each as often as it is there. */
export function withoutParts(parts: readonly Part[], others: readonly Part[]): Part[] {
  const left = [...parts];
  for (const other of others) {
    const at = left.findIndex((part) => isSamePart(part, other));
    if (at >= 0) left.splice(at, 1);
  }
  return left;
}

/** Whether each of some parts is among the whole's, as often as it occurs. */
export function isContained(parts: readonly Part[], whole: readonly Part[]): boolean {
  return withoutParts(whole, parts).length === whole.length - parts.length;
}

export function valuesOf(parts: readonly Part[]): number[] {
  return parts.map(({ value }) => value);
}
