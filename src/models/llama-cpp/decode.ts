import type { Generation } from "../language-model.ts";
import type { GrammarState, LlamaModel, Sequence, Token } from "./binding.ts";

export interface DecodingTask {
  tokens: readonly Token[];
  temperature: number;
  seed: number;
  stop: readonly string[];
  /** At least 1. */
  maxNewTokens: number;
  grammarState?: GrammarState | undefined;
}

/** Has a model continue tokens in a sequence of its own. An aborted signal ends it between two tokens. */
export async function decode(
  model: LlamaModel,
  sequence: Sequence,
  { tokens, stop, maxNewTokens, temperature, seed, grammarState }: DecodingTask,
  signal?: AbortSignal,
): Promise<Generation> {
  const before = tokens.slice(-tokensBefore);
  const textOf = (written: readonly Token[], lastTokens: readonly Token[]) =>
    model.detokenize(written, false, lastTokens);
  const endsInStop = stopWatch(stop, textOf);
  const written: Token[] = [];
  const finish = (finishReason: "stop" | "length", outputTokens: number): Generation => ({
    ...cutAtStop(textOf(written, before), stop, finishReason),
    usage: { inputTokens: tokens.length, outputTokens },
  });

  await sequence.clearHistory();
  const sampling = { temperature, seed: seedOf(seed), topK: 0, topP: 1, minP: 0 };
  const next = sequence.evaluate([...tokens], {
    ...sampling,
    ...(grammarState ? { grammarEvaluationState: grammarState } : {}),
  });
  for await (const token of next) {
    signal?.throwIfAborted();
    written.push(token);
    if (endsInStop(written) || written.length >= maxNewTokens) return finish("length", written.length);
  }
  // The token with which the model ends was decoded too.
  return finish("stop", written.length + 1);
}

/** What a tokenizer may need to know of the text before, to place a space. */
const tokensBefore = 4;

/** llama.cpp's seeds are unsigned 32-bit numbers. */
const seedOf = (seed: number): number => seed >>> 0;

/** Tells whether the newest tokens complete a stop text. Only as many are looked at as it can be made of. */
function stopWatch(stop: readonly string[], textOf: (written: Token[], lastTokens: Token[]) => string) {
  const longest = Math.max(0, ...stop.map((end) => Buffer.byteLength(end)));
  return (written: readonly Token[]): boolean => {
    if (longest === 0) return false;
    const start = Math.max(0, written.length - longest - tokensBefore);
    const tail = textOf(written.slice(start), written.slice(Math.max(0, start - tokensBefore), start));
    return stop.some((end) => tail.includes(end));
  };
}

function cutAtStop(
  text: string,
  stop: readonly string[],
  finishReason: "stop" | "length",
): Pick<Generation, "text" | "finishReason"> {
  const places = stop.map((end) => text.indexOf(end)).filter((place) => place >= 0);
  if (places.length === 0) return { text, finishReason };
  return { text: text.slice(0, Math.min(...places)), finishReason: "stop" };
}
