/** Runs work when one of `slots` is free, in the order in which it was asked for. */
export type Limit = <Result>(work: () => Promise<Result>) => Promise<Result>;

/** At most `slots` pieces of work at a time, wherever they come from. */
export function limitInFlight(slots: number): Limit {
  let free = Math.max(1, slots);
  const waiting: (() => void)[] = [];

  return async (work) => {
    if (free > 0) free -= 1;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      return await work();
    } finally {
      // A slot is handed to the next in line, so that nobody overtakes.
      const next = waiting.shift();
      if (next) next();
      else free += 1;
    }
  };
}
