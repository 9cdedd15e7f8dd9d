/** Fewer than most texts have: formulas come near it, and so do scripts whose every letter takes three bytes. */
const bytesPerToken = 3;

/** About how many tokens a text has, rather too many than too few: for servers that do not count them. */
export function estimateTokens(text: string): number {
  return Math.ceil(Buffer.byteLength(text) / bytesPerToken);
}
