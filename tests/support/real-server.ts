import { readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { startBackgroundProcess } from "../../src/models/serving/background-process.ts";
import { freePort } from "../../src/models/serving/free-port.ts";

/** Hugging Face's own server with OpenAI's interface, and a real model behind it. */
export interface RealServer {
  baseUrl: string;
  /** Calls that were answered. */
  callsServed(): number;
  end(): Promise<void>;
}

export interface RealServerOptions {
  python: string;
  /** In the form of Hugging Face. */
  modelFolder: string;
  workingFolder: string;
  logFile: string;
}

const mostSeconds = 120;

/** Starts `transformers serve`, which decodes together what is in flight, and waits until it answers. */
export async function startRealServer({
  python,
  modelFolder,
  workingFolder,
  logFile,
}: RealServerOptions): Promise<RealServer> {
  const port = await freePort();
  const program = [python, "-m", "transformers.cli.transformers", "serve", modelFolder, "--device", "cpu"];
  const batching = ["--continuous-batching", "--cb-num-blocks", "256", "--cb-max-batch-tokens", "256"];
  const place = ["--host", "127.0.0.1", "--port", String(port), "--log-level", "info"];
  const server = startBackgroundProcess({
    command: [...program, ...batching, ...place],
    // Threads that wait for each other take all the time on a machine that does something else beside.
    environment: { ...process.env, HF_HUB_OFFLINE: "1", OMP_NUM_THREADS: "1" },
    workingFolder,
    logFile,
  });
  let hasEnded = false;
  server.ended.then(() => {
    hasEnded = true;
  });
  for (let second = 0; second < mostSeconds && !hasEnded; second++) {
    const response = await fetch(`http://127.0.0.1:${port}/health`).catch(() => null);
    if (response?.ok) {
      return {
        baseUrl: `http://127.0.0.1:${port}/v1`,
        callsServed: () =>
          readFileSync(logFile, "utf8").match(/POST \/v1\/chat\/completions \S+ 200/g)?.length ?? 0,
        end: () => server.end(),
      };
    }
    await sleep(1000);
  }
  await server.end();
  throw new Error(`The server does not answer:\n${server.lastLines().join("\n")}`);
}
