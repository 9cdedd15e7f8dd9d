import { UnusableAnswerError } from "../../foundation/errors.ts";
import type { GenerationRequest, LanguageModel } from "../language-model.ts";
import type { GrammarState, LlamaModel } from "./binding.ts";
import { decode } from "./decode.ts";
import type { PromptTokens } from "./prompt-tokens.ts";
import type { SequencePool } from "./sequence-pool.ts";

export interface GenerationParts {
  model: LlamaModel;
  pool: SequencePool;
  /** Tokens of a prompt and its answer together. */
  contextSize: number;
  tokensOf: PromptTokens;
  /** Holds one answer to a JSON schema. */
  grammarStateFor(schema: NonNullable<GenerationRequest["jsonSchema"]>): Promise<GrammarState>;
}

/** After an object is complete, a grammar leaves nothing to write but white space, and some models never end it. */
const endOfJson = "\n\n\n\n";

/** Answers requests by one model, each in a sequence of its own. */
export function generateWith(parts: GenerationParts): LanguageModel["generate"] {
  const { model, pool, contextSize, tokensOf, grammarStateFor } = parts;
  return async (request, signal) => {
    signal?.throwIfAborted();
    const { temperature, maxOutputTokens, stop = [], seed = 0, jsonSchema } = request;
    const tokens = tokensOf(request);
    const room = contextSize - tokens.length;
    if (room < 1) {
      throw new UnusableAnswerError(
        `The prompt has ${tokens.length} tokens; the model's context holds ${contextSize} with the answer.`,
        { advice: "Raise `contextSize`, or use shorter problems or demonstrations." },
      );
    }
    const task = {
      tokens,
      temperature,
      seed,
      maxNewTokens: Math.min(maxOutputTokens, room),
      stop: jsonSchema ? [...stop, endOfJson] : stop,
    };
    return pool.use(async (sequence) => {
      const grammarState = jsonSchema && (await grammarStateFor(jsonSchema));
      return decode(model, sequence, { ...task, grammarState }, signal);
    }, signal);
  };
}
