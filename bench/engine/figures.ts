/** What a number of calls took the process that made them. */
export interface CallFigures {
  calls: number;
  /** Processor time of all threads. */
  seconds: number;
  wallSeconds: number;
  /** Of the whole process, Node included. */
  peakMb: number;
}

/** Measures the work of this process, and tells the process that started it. */
export async function measureCalls(work: () => Promise<number>): Promise<void> {
  const wall = performance.now();
  const before = process.cpuUsage();
  const calls = await work();
  const { user, system } = process.cpuUsage(before);
  const figures: CallFigures = {
    calls,
    seconds: (user + system) / 1e6,
    wallSeconds: (performance.now() - wall) / 1000,
    peakMb: process.resourceUsage().maxRSS / 1024,
  };
  process.send?.(figures);
  process.disconnect?.();
}
