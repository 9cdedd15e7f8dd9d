import { UnusableAnswerError } from "../../foundation/errors.ts";
import { limitInFlight } from "../../foundation/limit-in-flight.ts";
import type { LanguageModel } from "../language-model.ts";
import type { LlamaConfig } from "./config.ts";
import type { WorkerResult, WorkerTask } from "./decoding-worker.ts";
import type { Thread } from "./thread.ts";
import type { Tokenizer } from "./tokenizer.ts";

/** Each request is computed alone, so that no other can change its rounding. */
export function createScore(
  model: string,
  threads: readonly Thread<WorkerTask, WorkerResult>[],
  tokenizer: Tokenizer,
  config: LlamaConfig,
): NonNullable<LanguageModel["score"]> {
  const inTurn = limitInFlight(threads.length);
  return async ({ prompt, continuation }, signal) => {
    const before = tokenizer.encode(prompt);
    const scored = tokenizer.encode(continuation);
    const tokens = [...before, ...scored];
    if (tokens.length > config.contextLength)
      throw new UnusableAnswerError(
        `Prompt and continuation have ${tokens.length} tokens; the model's context holds ${config.contextLength}.`,
        { advice: "Use shorter problems or demonstrations." },
      );
    if (before.length === 0 || scored.length === 0)
      throw new UnusableAnswerError(
        "A likelihood needs a prompt and a continuation, and one of them is empty.",
      );
    return inTurn(async () => {
      signal?.throwIfAborted();
      const [thread] = threads.toSorted((a, b) => a.unanswered - b.unanswered);
      const task: WorkerTask = { kind: "score", model, tokens, count: scored.length };
      const logLikelihood = (await thread!.ask(task)) as number;
      return { logLikelihood, tokens: scored.length };
    });
  };
}
