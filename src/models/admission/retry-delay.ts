const firstDelay = 1000;
const longestDelay = 30_000;

/**
 * How long a call waits, in milliseconds, after it has failed `failures` times: twice as long each time, and at least
 * half of that by chance, so that calls that failed together do not come back together.
 */
export function retryDelay(failures: number, random: () => number): number {
  const whole = Math.min(firstDelay * 2 ** (failures - 1), longestDelay);
  return whole * (0.5 + random() / 2);
}
