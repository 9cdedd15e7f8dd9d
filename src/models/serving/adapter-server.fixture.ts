import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { sendJson } from "../../foundation/local-server.fixture.ts";
import {
  answerWith,
  type LoopbackServer,
  promptOf,
  type ReceivedCall,
  startLoopbackServer,
} from "../ai-sdk/loopback-server.fixture.ts";

export interface AdapterServerOptions {
  /** Whose interface it keeps. */
  kind?: "vllm" | "sglang";
  /** Whether it was started so that it loads adapters while it runs. */
  loadsAdapters?: boolean;
  maxRank?: number;
  /** What the model says; `weights` is what lies in the adapter's file, null for the base model. */
  answer?: (prompt: string, weights: string | null) => string;
}

/** A stand-in for vLLM or SGLang that notes what it is asked. */
export interface AdapterServer extends LoopbackServer {
  /** Names of the adapters it holds. */
  readonly loaded: ReadonlyMap<string, string>;
  /** The model of every completion, in order, with its prompt. */
  readonly asked: readonly { model: string; prompt: string }[];
  /** Calls of the interface for adapters. */
  readonly orders: readonly ReceivedCall[];
}

export const baseModel = "base";

/** What an order for adapters comes to, by the words of vLLM. */
type Outcome = { status: number; message: string };

/**
 * A server on this machine that keeps the contract of vLLM's `/v1/load_lora_adapter` (0.10 and later) or SGLang's
 * `/load_lora_adapter`, as their documentation and sources state it: which status and which words follow what.
 */
export async function startAdapterServer({
  kind = "vllm",
  loadsAdapters = true,
  maxRank = 16,
  answer = (prompt, weights) => `${weights ?? "untrained"}: ${[...prompt].reverse().join("")}`,
}: AdapterServerOptions = {}): Promise<AdapterServer> {
  const loaded = new Map<string, string>();
  const asked: { model: string; prompt: string }[] = [];
  const orders: ReceivedCall[] = [];
  const prefix = kind === "vllm" ? "/v1" : "";

  const load = (name: string, path: string): Outcome => {
    if (loaded.has(name)) {
      return { status: 400, message: `The lora adapter '${name}' has already been loaded.` };
    }
    if (!existsSync(join(path, "adapter_config.json"))) {
      return { status: 404, message: `Loading lora ${name} failed: No adapter found for ${path}` };
    }
    const { r } = JSON.parse(readFileSync(join(path, "adapter_config.json"), "utf8"));
    if (r > maxRank) {
      return { status: 500, message: `LoRA rank ${r} is greater than max_lora_rank ${maxRank}.` };
    }
    loaded.set(name, readFileSync(join(path, "adapter_model.safetensors"), "utf8"));
    return { status: 200, message: "" };
  };
  const unload = (name: string): Outcome =>
    loaded.delete(name)
      ? { status: 200, message: "" }
      : { status: 404, message: `The lora adapter '${name}' cannot be found.` };

  const server = await startLoopbackServer((call, response) => {
    const { path, body } = call;
    if (path.endsWith("/completions")) {
      const prompt = promptOf(call);
      asked.push({ model: body.model, prompt });
      const name = kind === "vllm" ? body.model : ((body.lora_path as string | undefined) ?? baseModel);
      if (name !== baseModel && !loaded.has(name)) {
        return sendJson(response, 404, { error: { message: `The model \`${name}\` does not exist.` } });
      }
      return answerWith(call, response, { text: answer(prompt, loaded.get(name) ?? null) });
    }
    if (!loadsAdapters || !path.startsWith(`${prefix}/`)) {
      return sendJson(response, 404, { detail: "Not Found" });
    }
    orders.push(call);
    const name = body.lora_name as string;
    const isLoad = path === `${prefix}/load_lora_adapter`;
    const { status, message } = isLoad ? load(name, body.lora_path as string) : unload(name);
    if (kind === "vllm") {
      return sendJson(response, status, status === 200 ? "Success" : { error: { message, code: status } });
    }
    const isDone = status === 200;
    return sendJson(response, isDone ? 200 : 400, { success: isDone, error_message: message });
  });
  return { ...server, loaded, asked, orders };
}
