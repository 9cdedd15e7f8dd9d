import { contentKey } from "../../foundation/content-key.ts";
import { ErrataError } from "../../foundation/errors.ts";
import type { ModelServer } from "../model-server.ts";

/** A generation that was saved earlier. */
export interface SavedGeneration {
  problemId: string;
  text: string;
}

/**
 * Serves saved generations as if a model were asked: the way into Errata for outputs that exist already.
 * Only what was saved can be asked for, so a replayed target cannot select, train or be evaluated anew.
 */
export function createReplayServer(name: string, generations: readonly SavedGeneration[]): ModelServer {
  const textById = new Map(generations.map(({ problemId, text }) => [problemId, text]));
  const baseId = `replay:${name}:${contentKey(generations.map(({ problemId, text }) => [problemId, text]))}`;

  return {
    baseId,
    async serve(adapterDirectory) {
      if (adapterDirectory !== null) {
        throw new ErrataError("A replayed target has no weights, so it cannot carry an adapter.", {
          advice: "End the run earlier with `until: synthesize`, or name a live target model.",
        });
      }
      return {
        id: baseId,
        concurrency: 64,
        async generate({ problemId, prompt }, signal) {
          signal?.throwIfAborted();
          const text = problemId === undefined ? undefined : textById.get(problemId);
          if (text === undefined) {
            throw new ErrataError(
              `No generation was saved for the problem "${problemId ?? prompt.slice(0, 60)}".`,
              {
                advice:
                  "Replay answers only the problems of its file, zero-shot: check the ids, or end with `until: synthesize`.",
              },
            );
          }
          return { text, finishReason: "stop", usage: { inputTokens: 0, outputTokens: 0 } };
        },
      };
    },
    async close() {},
  };
}
