import { includesAmount, sameAmount } from "./amounts.ts";
import type { Calculation, Part } from "./calculation.ts";
import { earlierThan, expandedParts, sourceOf } from "./derivation.ts";

/** Sums and products that are equal to a calculation, or to a factor of it, by the distributive law; each as its parts. */
export function regroupings(calculation: Calculation, reference: readonly Calculation[]): Part[][] {
  return calculation.kind === "sum"
    ? factoredOut(calculation, reference)
    : multipliedOut(calculation, reference);
}

/** For 40 - 40 * 20%: 1 - 20%, also as 100 - 20. For 3 * 5 + 4 * 5: 3 + 4. */
function factoredOut(sum: Calculation, all: readonly Calculation[]): Part[][] {
  const earlier = earlierThan(sum, all);
  const terms = expandedParts(sum, all);
  const factorsOfTerms = terms.map((term) => factorsOf(term.value, earlier, all));
  const shares = [...new Set(factorsOfTerms.flat())].flatMap((factor) => {
    if (factor === 0 || factor === 1) return [];
    const sharing = terms.filter((_, i) => includesAmount(factorsOfTerms[i]!, factor));
    return sharing.length < 2 ? [] : [sharing.map((term) => ({ ...term, value: term.value / factor }))];
  });
  return [...shares, ...shares.filter(holdsWhole).map(inPercent)];
}

function holdsWhole(parts: readonly Part[]): boolean {
  return parts.some(({ value }) => sameAmount(value, 1));
}

function inPercent(parts: readonly Part[]): Part[] {
  return parts.map((part) => ({ ...part, value: part.value * 100 }));
}

function factorsOf(value: number, earlier: readonly Calculation[], all: readonly Calculation[]): number[] {
  const source = sourceOf(value, earlier);
  if (source?.kind !== "product") return [value];
  const direct = expandedParts(source, all).filter(({ inverse }) => !inverse);
  return [value, ...direct.map((factor) => factor.value)];
}

/** For (3 + 4) * 5: 3 * 5 and 4 * 5. */
function multipliedOut(product: Calculation, all: readonly Calculation[]): Part[][] {
  const earlier = earlierThan(product, all);
  const factors = expandedParts(product, all);
  return factors.flatMap((factor, i) => {
    const source = sourceOf(factor.value, earlier);
    if (factor.inverse || source?.kind !== "sum") return [];
    const others = factors.filter((_, j) => j !== i);
    return expandedParts(source, all).map((term) => [{ ...term, inverse: false }, ...others]);
  });
}
