/**
 * Like `Promise.all`, but the first failure is told only when all of the work has ended, so that none is left in flight
 * behind it.
 */
export async function awaitAll<T>(work: readonly Promise<T>[]): Promise<T[]> {
  const results = await Promise.allSettled(work);
  return results.map((result) => {
    if (result.status === "rejected") throw result.reason;
    return result.value;
  });
}
