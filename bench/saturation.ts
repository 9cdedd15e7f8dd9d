import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createAdmissions } from "../src/models/admission/index.ts";
import { AiSdkSettings, createAiSdkModel } from "../src/models/ai-sdk/index.ts";
import type { LanguageModel } from "../src/models/language-model.ts";
import { type ServerFigures, type ServerKind, serverKinds } from "./saturation/server-kinds.ts";

const seconds = Number(process.env.ERRATA_BENCH_SECONDS ?? 60);

/**
 * How much of a server's hidden limit is used, and how many calls are refused once it is found: over a minute, for each
 * kind of server, as the servers count. Prints a table and, last, one line of JSON.
 */
export async function run(): Promise<void> {
  const figures = await Promise.all(serverKinds.map(async (kind) => [kind, await saturate(kind)] as const));
  const ratios = figures.map(([kind, server]) => [kind, ratiosOf(server)] as const);
  console.table(
    Object.fromEntries(figures.map(([kind, server], index) => [kind, { ...server, ...ratios[index]![1] }])),
  );
  console.log(JSON.stringify(Object.fromEntries(ratios)));
}

async function saturate(kind: ServerKind): Promise<ServerFigures> {
  const server = fork(join(import.meta.dirname, "saturation/limited-server-process.ts"), [kind]);
  try {
    const baseUrl = await nextMessage<string>(server);
    const settings = AiSdkSettings.parse({ kind: "openai-compatible", baseUrl, model: kind });
    await askFor(seconds, createAiSdkModel({ settings, admissions: createAdmissions() }));
    server.send(seconds * 1000);
    return await nextMessage<ServerFigures>(server);
  } finally {
    server.disconnect();
  }
}

/** Keeps as many calls waiting as the model can hold, and gives up those that are under way when the time is over. */
async function askFor(duration: number, model: LanguageModel): Promise<void> {
  const end = AbortSignal.timeout(duration * 1000);
  const ask = async (): Promise<void> => {
    while (!end.aborted) {
      await model.generate({ prompt: "1 + 0 =", maxOutputTokens: 8, temperature: 0 }, end).catch((error) => {
        if (!end.aborted) throw error;
      });
    }
  };
  await Promise.all(Array.from({ length: model.concurrency }, ask));
}

async function nextMessage<Message>(child: ChildProcess): Promise<Message> {
  const [message] = await once(child, "message");
  return message;
}

function ratiosOf(server: ServerFigures) {
  const { answeredOnceSettled, refusedOnceSettled } = server;
  return {
    goodputRatio: threeDecimals(server.answered / server.possible),
    refusedRatio: threeDecimals(refusedOnceSettled / Math.max(1, answeredOnceSettled + refusedOnceSettled)),
  };
}

const threeDecimals = (value: number): number => Number(value.toFixed(3));
