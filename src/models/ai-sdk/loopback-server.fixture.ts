import type { ServerResponse } from "node:http";
import { bodyOf, sendJson, startLocalServer } from "../../foundation/local-server.fixture.ts";

/** What a server was asked. */
export interface ReceivedCall {
  path: string;
  headers: Readonly<Record<string, unknown>>;
  body: CallBody;
}

export interface CallBody {
  model: string;
  messages?: { role: string; content: string }[];
  prompt?: string;
  max_tokens?: number;
  temperature?: number;
  stop?: string[];
  seed?: number;
  response_format?: unknown;
  [field: string]: unknown;
}

/** Answers a call, or disturbs it, in whatever way it likes. */
export type Handler = (call: ReceivedCall, response: ServerResponse) => void | Promise<void>;

export interface LoopbackServer {
  readonly baseUrl: string;
  close(): Promise<void>;
}

/** A server of OpenAI's interface on this machine, for tests and benchmarks. */
export async function startLoopbackServer(handler: Handler): Promise<LoopbackServer> {
  const { origin, close } = await startLocalServer(async (request, response) => {
    const body = JSON.parse((await bodyOf(request)).toString());
    await handler({ path: request.url!, headers: request.headers, body }, response);
  });
  return { baseUrl: `${origin}/v1`, close };
}

/** The text that a model is asked to go on with, in whichever way it is asked. */
export function promptOf({ body }: ReceivedCall): string {
  return body.prompt ?? body.messages!.at(-1)!.content;
}

export interface Answer {
  text: string | null;
  finishReason?: string;
  /** A few servers put a model's reasoning beside its answer. */
  reasoning?: string;
  refusal?: string;
  /** What the server says about tokens; it counts four characters as one where nothing is said, and says nothing for null. */
  usage?: Readonly<Record<string, number>> | null;
}

/** Answers as a server that works does. */
export function answerWith(call: ReceivedCall, response: ServerResponse, answer: Answer): void {
  sendJson(response, 200, completionOf(call, answer));
}

export function completionOf(
  call: ReceivedCall,
  { text, finishReason = "stop", reasoning, refusal, usage }: Answer,
) {
  const isChat = call.path.endsWith("/chat/completions");
  const message = { role: "assistant", content: text, reasoning_content: reasoning, refusal };
  const choice = isChat ? { message } : { text };
  const inputTokens = Math.ceil(promptOf(call).length / 4);
  const outputTokens = Math.ceil((text ?? "").length / 4);
  return {
    id: "1",
    object: isChat ? "chat.completion" : "text_completion",
    created: 0,
    model: call.body.model,
    choices: [{ index: 0, ...choice, finish_reason: finishReason }],
    usage:
      usage === undefined
        ? {
            prompt_tokens: inputTokens,
            completion_tokens: outputTokens,
            total_tokens: inputTokens + outputTokens,
          }
        : usage,
  };
}
