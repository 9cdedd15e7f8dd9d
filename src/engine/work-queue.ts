/**
 * Works on items with at most `concurrency` at a time: each worker pulls its next item when it is free, so that
 * memory does not grow with the number of items. Ends early, with the first error, once one is thrown or the signal
 * aborts; work in flight is awaited first.
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
    while (errors.length === 0 && !signal.aborted) {
      const next = source.next();
      if (next.done) return;
      try {
        await work(next.value);
      } catch (error) {
        errors.push(error);
      }
    }
  };
  await Promise.all(Array.from({ length: Math.max(1, concurrency) }, pull));
  if (signal.aborted) throw signal.reason;
  if (errors.length > 0) throw errors[0];
}
