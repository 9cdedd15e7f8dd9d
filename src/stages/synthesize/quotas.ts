/**
 * Shares a total among types in proportion to their sizes (papers' section 1.5), by largest remainder, so that the
 * quotas sum to the total. Ties go to the earlier type.
 */
export function proportionalQuotas(total: number, sizes: readonly number[]): number[] {
  const sum = sizes.reduce((a, b) => a + b, 0);
  if (sum === 0) return sizes.map(() => 0);
  const exact = sizes.map((size) => (total * size) / sum);
  const quotas = exact.map(Math.floor);
  const missing = total - quotas.reduce((a, b) => a + b, 0);
  const byRemainder = exact
    .map((share, index) => ({ index, remainder: share - Math.floor(share) }))
    .sort((a, b) => b.remainder - a.remainder || a.index - b.index);
  for (const { index } of byRemainder.slice(0, missing)) quotas[index]! += 1;
  return quotas;
}
