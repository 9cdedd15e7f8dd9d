import { z } from "zod";
import { ErrataError } from "../../foundation/errors.ts";
import { nodeFetch, readApiKey, type Variables } from "../ai-sdk/index.ts";
import type { OpenAiCompatibleTarget } from "./settings.ts";

/** How a kind of server is asked to load adapters, and why it may not. */
export interface ServerKind {
  title: string;
  /** The address below which it takes orders, from that of its OpenAI interface. */
  orders(baseUrl: string): string;
  /** How it must have been started. */
  startAdvice: string;
}

export const serverKinds: Readonly<Record<"vllm" | "sglang", ServerKind>> = {
  vllm: {
    title: "vLLM",
    orders: (baseUrl) => baseUrl,
    startAdvice:
      "Start vLLM with --enable-lora and, in its environment, VLLM_ALLOW_RUNTIME_LORA_UPDATING=True.",
  },
  sglang: {
    title: "SGLang",
    orders: (baseUrl) => baseUrl.replace(/\/v1$/, ""),
    startAdvice: "Start SGLang with --enable-lora, --max-lora-rank and --lora-target-modules all.",
  },
};

export interface Order {
  kind: ServerKind;
  settings: OpenAiCompatibleTarget;
  variables: Variables;
  signal: AbortSignal;
}

/**
 * Has a server load the adapter in a folder, as the server sees it. That it has loaded it before is fine. Throws an
 * `ErrataError` where it does not.
 */
export async function orderLoad(order: Order, name: string, path: string): Promise<void> {
  const answer = await send(order, "load_lora_adapter", { lora_name: name, lora_path: path });
  if (!answer.isDone && !/already (been )?loaded/i.test(answer.message)) throw notLoaded(order, path, answer);
}

/** Has a server drop an adapter. A server that has forgotten it, or is gone, holds it no more. */
export async function orderUnload(order: Order, name: string): Promise<void> {
  await send(order, "unload_lora_adapter", { lora_name: name }).catch(() => {});
}

interface Answer {
  isDone: boolean;
  status: number;
  /** The server's own words; empty where the address is none of the interface. */
  message: string;
}

async function send(
  { kind, settings, variables, signal }: Order,
  verb: string,
  body: object,
): Promise<Answer> {
  const { baseUrl, apiKeyVariable } = settings;
  const key = apiKeyVariable === undefined ? undefined : readApiKey(variables, apiKeyVariable, baseUrl);
  let response: Response;
  try {
    response = await nodeFetch(`${kind.orders(baseUrl)}/${verb}`, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        ...(key === undefined ? {} : { authorization: `Bearer ${key}` }),
      },
      body: JSON.stringify(body),
      signal,
    });
  } catch (cause) {
    signal.throwIfAborted();
    throw new ErrataError(
      `The server at ${baseUrl} did not answer when it was to load an adapter: ${(cause as Error).message}.`,
      { advice: "See whether it runs, then give the same command again.", cause },
    );
  }
  const message = messageOf(await response.text());
  return { isDone: response.ok, status: response.status, message };
}

/** Errors as vLLM (in two generations) and SGLang write them. */
const ErrorBody = z.union([
  z.object({ error: z.object({ message: z.string() }) }).transform(({ error }) => error.message),
  z.object({ message: z.string() }).transform(({ message }) => message),
  z.object({ error_message: z.string() }).transform(({ error_message }) => error_message),
]);

function messageOf(text: string): string {
  try {
    return ErrorBody.safeParse(JSON.parse(text)).data ?? "";
  } catch {
    return "";
  }
}

function notLoaded({ kind, settings }: Order, path: string, { status, message }: Answer): ErrataError {
  const server = `${kind.title} at ${settings.baseUrl}`;
  if (status === 401 || status === 403) {
    return new ErrataError(`${server} does not let this key load adapters.`, {
      advice: "Name the variable of a key that may in `apiKeyVariable`.",
    });
  }
  if (/not enabled|enable.lora/i.test(message) || (message === "" && status === 404)) {
    return new ErrataError(`${server} loads no adapters.`, { advice: kind.startAdvice });
  }
  if (/lora.rank/i.test(message)) {
    return new ErrataError(
      `The adapter's rank is more than ${server} was started for: ${oneLine(message)}.`,
      {
        advice:
          "Start the server with a larger --max-lora-rank, or train with a smaller `stages.train.rank`.",
      },
    );
  }
  if (status === 404 || /no adapter found|no such file|not exist|not a directory/i.test(message)) {
    return new ErrataError(`${server} finds no adapter in ${path}.`, {
      advice:
        "The run folder must lie on a disk that the server reads; where it has another path there, say so in `target.adapters.path`.",
    });
  }
  return new ErrataError(`${server} does not load the adapter: ${oneLine(message) || `status ${status}`}.`, {
    advice: "The server's log says more.",
  });
}

const longestMessage = 300;

function oneLine(message: string): string {
  const line = message.replaceAll(/\s+/g, " ").trim().replace(/\.$/, "");
  return line.length > longestMessage ? `${line.slice(0, longestMessage)}…` : line;
}
