import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import type { CallFigures } from "./engine/figures.ts";

const sizes = (process.env.ERRATA_BENCH_CALLS ?? "1000,10000,50000").split(",").map(Number);

/**
 * What it takes to hold a whole batch in flight: processor time and peak memory of a run whose calls all are in one
 * batch. Prints a table and, last, one line of JSON.
 */
export async function run(): Promise<void> {
  const rows: Record<string, Record<string, number>> = {};
  for (const size of sizes) rows[`${size} requests in flight`] = rowOf(await measure(size));
  console.table(rows);
  console.log(JSON.stringify(rows));
}

async function measure(requests: number): Promise<CallFigures> {
  const server = fork(join(import.meta.dirname, "batches/batch-server-process.ts"));
  try {
    const baseUrl = await messageOf<string>(server);
    const batch = JSON.stringify({ requests, gatherSeconds: 5, pollSeconds: 0.1 });
    const program = join(import.meta.dirname, "engine/run-process.ts");
    return await messageOf<CallFigures>(fork(program, [baseUrl, String(requests), batch]));
  } finally {
    server.disconnect();
  }
}

async function messageOf<Message>(child: ChildProcess): Promise<Message> {
  const exit = once(child, "exit").then(([code]) => {
    throw new Error(`A process of the benchmark ended without figures (exit code ${code}).`);
  });
  const [message] = await Promise.race([once(child, "message"), exit]);
  return message;
}

const rowOf = (figures: CallFigures) => ({
  "processor s": Number(figures.seconds.toFixed(1)),
  "s by the clock": Number(figures.wallSeconds.toFixed(1)),
  "peak MB": Math.round(figures.peakMb),
});
