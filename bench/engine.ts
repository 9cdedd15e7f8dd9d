import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import type { CallFigures } from "./engine/figures.ts";

const few = 10_000;
const many = Number(process.env.ERRATA_BENCH_CALLS ?? 300_000);

/**
 * What a stored call costs the engine, against a server that answers at once, and whether memory grows with the calls;
 * beside it a plain script. Prints a table and, last, one line of JSON.
 */
export async function run(): Promise<void> {
  const server = start("instant-server-process");
  try {
    const baseUrl = await messageOf<string>(server);
    const measure = (program: string, calls: number, execArgv?: string[]) =>
      messageOf<CallFigures>(start(program, [baseUrl, String(calls)], execArgv));
    const atFew = await measure("run-process", few);
    const atMany = await measure("run-process", many);
    // Nobody starts a script with flags for its heap.
    const peer = await measure("peer-process", few, []);

    console.table({
      [`engine, ${few} calls`]: rowOf(atFew),
      [`engine, ${many} calls`]: rowOf(atMany),
      [`peer, ${few} calls`]: rowOf(peer),
    });
    console.log(
      JSON.stringify({
        callsPerSecondPerCore: perCore(atMany),
        peakMbAt10k: Math.round(atFew.peakMb),
        peakMbAt300k: Math.round(atMany.peakMb),
        peerCallsPerSecondPerCore: perCore(peer),
      }),
    );
  } finally {
    server.disconnect();
  }
}

function start(program: string, argv: readonly string[] = [], execArgv?: string[]): ChildProcess {
  return fork(join(import.meta.dirname, "engine", `${program}.ts`), argv, execArgv ? { execArgv } : {});
}

async function messageOf<Message>(child: ChildProcess): Promise<Message> {
  const exit = once(child, "exit").then(([code]) => {
    throw new Error(`A process of the benchmark ended without figures (exit code ${code}).`);
  });
  const [message] = await Promise.race([once(child, "message"), exit]);
  return message;
}

const perCore = ({ calls, seconds }: CallFigures): number => Math.round(calls / seconds);

function rowOf(figures: CallFigures): Record<string, number> {
  return {
    "calls/s and core": perCore(figures),
    "calls/s by the clock": Math.round(figures.calls / figures.wallSeconds),
    "peak MB": Math.round(figures.peakMb),
  };
}
