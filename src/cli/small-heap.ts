/**
 * A young generation of 3 × 16 MB instead of 3 × 64, and an old one that is collected when it has doubled instead of
 * quadrupled: 300,000 calls then peak at 263 MB instead of 428, for an eighth more processor time. V8 reads the first of
 * them only when a process starts.
 */
const flags = ["--max-semi-space-size=16", "--heap-growing-percent=100"];

/**
 * Makes this process one with a small heap: where it was started without, Node is loaded anew in its place, under the
 * same process id, before anything was done. Flags that a person gave come later and win. Windows cannot do that, and
 * goes on as it is.
 */
export function ensureSmallHeap(): void {
  if (process.platform === "win32" || flags.every((flag) => process.execArgv.includes(flag))) return;
  const [, ...parameters] = process.argv;
  process.execve?.(
    process.execPath,
    [process.execPath, ...flags, ...process.execArgv, ...parameters],
    process.env,
  );
}
