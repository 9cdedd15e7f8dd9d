import { sendJson } from "../../foundation/local-server.fixture.ts";
import {
  completionOf,
  type LoopbackServer,
  type ReceivedCall,
  startLoopbackServer,
} from "./loopback-server.fixture.ts";

/** Every four characters are a token. */
const charactersPerToken = 4;

/** A request as each of the interfaces writes it, in what they have in common. */
interface Question {
  prompt: string;
  stop: readonly string[];
  limit: number;
}

interface Echo {
  text: string;
  isCut: boolean;
  inputTokens: number;
  outputTokens: number;
}

/** How an interface writes questions and answers. */
interface Dialect {
  read(call: ReceivedCall): Question;
  write(call: ReceivedCall, echo: Echo): unknown;
}

type Parts = { text: string }[];

const openai: Dialect = {
  read: ({ body }) => ({
    prompt: body.prompt ?? body.messages!.at(-1)!.content,
    stop: body.stop ?? [],
    limit: body.max_tokens ?? 1000,
  }),
  write: (call, { text, isCut }) => completionOf(call, { text, finishReason: isCut ? "length" : "stop" }),
};

const anthropic: Dialect = {
  read: ({ body }) => ({
    prompt: (body.messages!.at(-1)!.content as unknown as Parts)[0]!.text,
    stop: (body.stop_sequences ?? []) as string[],
    limit: body.max_tokens!,
  }),
  write: ({ body }, { text, isCut, inputTokens, outputTokens }) => ({
    type: "message",
    id: "1",
    role: "assistant",
    model: body.model,
    content: [{ type: "text", text }],
    stop_reason: isCut ? "max_tokens" : "end_turn",
    stop_sequence: null,
    usage: { input_tokens: inputTokens, output_tokens: outputTokens },
  }),
};

const google: Dialect = {
  read({ body }) {
    const settings = body.generationConfig as { stopSequences?: string[]; maxOutputTokens: number };
    return {
      prompt: (body.contents as { parts: Parts }[]).at(-1)!.parts[0]!.text,
      stop: settings.stopSequences ?? [],
      limit: settings.maxOutputTokens,
    };
  },
  write: (_, { text, isCut, inputTokens, outputTokens }) => ({
    candidates: [
      { content: { role: "model", parts: [{ text }] }, finishReason: isCut ? "MAX_TOKENS" : "STOP" },
    ],
    usageMetadata: { promptTokenCount: inputTokens, candidatesTokenCount: outputTokens },
  }),
};

const dialects = { openai, anthropic, google };

/**
 * A server whose model says its prompt backwards; it stops at the stop texts and at the limit, and knows no prompts
 * without letters.
 */
export function startEchoServer(dialect: keyof typeof dialects = "openai"): Promise<LoopbackServer> {
  const { read, write } = dialects[dialect];
  return startLoopbackServer((call, response) => {
    const question = read(call);
    if (/[a-z]/i.test(question.prompt)) sendJson(response, 200, write(call, echo(question)));
    else sendJson(response, 400, { error: { message: "the prompt has no letters" } });
  });
}

function echo({ prompt, stop, limit }: Question): Echo {
  const whole = [...prompt].reverse().join("");
  const stops = stop.map((end) => whole.indexOf(end)).filter((place) => place >= 0);
  const end = Math.min(whole.length, ...stops);
  const text = whole.slice(0, Math.min(end, limit * charactersPerToken));
  const tokens = (length: number) => Math.ceil(length / charactersPerToken);
  return {
    text,
    isCut: end > text.length,
    inputTokens: tokens(prompt.length),
    outputTokens: tokens(text.length),
  };
}
