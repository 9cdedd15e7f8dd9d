/**
 * Works on items with at most `concurrency` at a time: each worker pulls its next item when it is free, so that
 * memory does not grow with the number of items. Ends early, with the first error, once one is thrown or the signal
 * aborts; work in flight is awaited first. What fails because of the abort is told as the abort.
 */
export async function workThrough<T>(
  items: Iterable<T>,
  concurrency: number,
  signal: AbortSignal,
  work: (item: T) => Promise<void>,
): Promise<void> {
  const source = items[Symbol.iterator]();
  const errors: unknown[] = [];

  const pull = async () => {
    try {
      while (errors.length === 0 && !signal.aborted) {
        const next = source.next();
        if (next.done) return;
        await work(next.value);
      }
    } catch (error) {
      errors.push(signal.aborted ? signal.reason : error);
    }
  };
  await Promise.all(Array.from({ length: Math.max(1, concurrency) }, pull));
  if (errors.length > 0) throw errors[0];
  signal.throwIfAborted();
}
