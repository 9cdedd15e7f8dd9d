/**
 * Holm's correction (Scandinavian Journal of Statistics 6, 1979): p-values of several tests, adjusted so that those below
 * 0.05 hold a false one with a probability of at most 5 %, however the tests depend on each other. In the order given.
 */
export function holm(pValues: readonly number[]): number[] {
  const ascending = pValues.map((_, index) => index).sort((a, b) => pValues[a]! - pValues[b]!);
  const adjusted = new Array<number>(pValues.length);
  let greatest = 0;
  for (const [rank, index] of ascending.entries()) {
    greatest = Math.max(greatest, Math.min(1, (pValues.length - rank) * pValues[index]!));
    adjusted[index] = greatest;
  }
  return adjusted;
}
