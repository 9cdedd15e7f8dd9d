import { contentKey } from "../../foundation/content-key.ts";
import type { LanguageModel } from "../../models/language-model.ts";
import type { Instructor } from "../instructor.ts";
import { callsToCluster, cluster } from "./clustering/cluster.ts";
import { diagnose } from "./diagnose.ts";
import { loadPrompts } from "./prompts/load-prompts.ts";
import { type Protocol, type ProtocolName, protocols, type Task } from "./protocol.ts";
import { solve } from "./solve.ts";
import type { Surroundings } from "./surroundings.ts";
import { synthesize } from "./synthesize.ts";
import { vary } from "./vary.ts";

/** Raised when answers are read otherwise: stored answers are then read again, and nothing is asked again. */
const readerVersion = 1;

export interface LlmInstructorOptions {
  model: LanguageModel;
  protocol: ProtocolName;
  /** A folder with prompts of the user's own; those it lacks are the protocol's. */
  promptsDirectory?: string | undefined;
  /** Where the model's context is smaller than the protocol takes it to be. */
  maxOutputTokens?: { readonly [Name in Task]?: number | undefined };
}

/**
 * An instructor that asks a language model, by prompts that a user can change.
 *
 * Throws an `ErrataError` where the user's prompts cannot be used.
 *
 * @example
 * ```ts
 * const instructor = createLlmInstructor({ model, protocol: "sei" });
 * await instructor.diagnose(badCase); // { keyphrase: "unit not converted", … }
 * ```
 */
export function createLlmInstructor(options: LlmInstructorOptions): Instructor {
  const usual: Protocol = protocols[options.protocol];
  const limits = Object.entries(options.maxOutputTokens ?? {}).filter(([, limit]) => limit !== undefined);
  const protocol = {
    ...usual,
    maxOutputTokens: { ...usual.maxOutputTokens, ...Object.fromEntries(limits) },
  };
  const prompts = loadPrompts(protocol.name, options.promptsDirectory);
  const key = contentKey({ ...protocol }, prompts.key);
  return instructorWith(
    { model: options.model, protocol, prompts },
    `${protocol.name}@${readerVersion}:${key}`,
  );
}

function instructorWith(surroundings: Surroundings, version: string): Instructor {
  const { model } = surroundings;
  return {
    id: `llm:${version}:${model.id}`,
    concurrency: model.concurrency,
    diagnose: (badCase, signal) => diagnose(surroundings, badCase, signal),
    cluster: (request, signal) => cluster(surroundings, request, signal),
    callsToCluster: (keyphrases) => callsToCluster(surroundings.protocol, keyphrases),
    synthesize: (request, signal) => synthesize(surroundings, request, signal),
    vary: (request, signal) => vary(surroundings, request, signal),
    solve: (request, signal) => solve(surroundings, request, signal),
    askingThrough: (wrap) => instructorWith({ ...surroundings, model: wrap(model) }, version),
    close: async () => model.close?.(),
  };
}
