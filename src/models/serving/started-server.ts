import { z } from "zod";
import { ErrataError } from "../../foundation/errors.ts";
import type { Clock } from "../admission/index.ts";
import { type BackgroundProcess, startBackgroundProcess } from "./background-process.ts";
import { freePort } from "./free-port.ts";
import type { StartedServer } from "./settings.ts";

export interface StartOptions {
  settings: StartedServer;
  /** What is served, in words. */
  title: string;
  /** The name under which Errata asks for it where the server knows several. */
  name: string;
  /** What the command is told beside the port and the name. */
  told: Readonly<Record<string, string>>;
  variables: Readonly<Record<string, string | undefined>>;
  workingFolder: string;
  logFile: string;
  clock: Clock;
  signal: AbortSignal;
}

/** A command of the user's that serves OpenAI's interface. */
export interface RunningServer {
  baseUrl: string;
  /** The name of its model. */
  model: string;
  /** Rejects with what happened once the command ends by itself. */
  failed: Promise<never>;
  end(): Promise<void>;
}

/** Starts a user's command and waits until it answers. Throws an `ErrataError` where it ends, or takes too long. */
export async function startServer(options: StartOptions): Promise<RunningServer> {
  const { settings, name, told, variables, workingFolder, logFile, signal } = options;
  const port = await freePort();
  const command = startBackgroundProcess({
    command: settings.command,
    environment: { ...variables, ...told, ERRATA_PORT: String(port), ERRATA_MODEL_NAME: name },
    workingFolder,
    logFile,
  });
  const failed = command.ended.then((status) => {
    throw endedEarly(options, command, status);
  });
  // Nobody may be listening when it ends.
  failed.catch(() => {});
  const baseUrl = `http://127.0.0.1:${port}/v1`;
  const waiting = new AbortController();
  try {
    const signalOfWait = AbortSignal.any([signal, waiting.signal]);
    const names = await Promise.race([failed, untilReady(baseUrl, options, signalOfWait)]);
    return { baseUrl, model: modelAmong(names, options), failed, end: command.end };
  } catch (error) {
    await command.end();
    throw error;
  } finally {
    waiting.abort();
  }
}

/** Between two looks whether the server is there. */
const pause = 250;

const ModelList = z.object({ data: z.array(z.object({ id: z.string() })).min(1) });

/** Asks for the server's models until it names some. */
async function untilReady(
  baseUrl: string,
  { settings, title, logFile, clock }: StartOptions,
  signal: AbortSignal,
): Promise<string[]> {
  const deadline = clock.now() + settings.startSeconds * 1000;
  while (clock.now() < deadline) {
    const names = await modelsOf(baseUrl, signal);
    signal.throwIfAborted();
    if (names) return names;
    await new Promise<void>((resolve) => clock.after(pause, resolve));
  }
  throw new ErrataError(
    `The command that serves ${title} does not answer on the port in ERRATA_PORT after ${settings.startSeconds} seconds.`,
    { advice: `Look into ${logFile}; where it needs longer, raise \`startSeconds\`.` },
  );
}

async function modelsOf(baseUrl: string, signal: AbortSignal): Promise<string[] | null> {
  try {
    const response = await fetch(`${baseUrl}/models`, { signal });
    return response.ok ? ModelList.parse(await response.json()).data.map(({ id }) => id) : null;
  } catch {
    // Not there yet.
    return null;
  }
}

function modelAmong(names: readonly string[], { name, title }: StartOptions): string {
  if (names.includes(name)) return name;
  const [only] = names;
  if (only !== undefined && names.length === 1) return only;
  throw new ErrataError(
    `The command that serves ${title} serves several models, and none is called ${name}: ${names.join(", ")}.`,
    { advice: "Have it serve the model under the name in ERRATA_MODEL_NAME." },
  );
}

function endedEarly(
  { title, logFile }: StartOptions,
  command: BackgroundProcess,
  status: number,
): ErrataError {
  const lines = command.lastLines().map((line) => `\n  ${line}`);
  return new ErrataError(`The command that serves ${title} ended with status ${status}:${lines.join("")}`, {
    advice: `Its whole output is in ${logFile}.`,
  });
}
