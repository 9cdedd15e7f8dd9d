import { contentKey } from "../../foundation/content-key.ts";
import { ErrataError } from "../../foundation/errors.ts";
import type { LanguageModel } from "../../models/language-model.ts";
import type { Instructor } from "../instructor.ts";
import { callsToCluster, cluster } from "./clustering/cluster.ts";
import { diagnose } from "./diagnose.ts";
import { followUps } from "./follow-ups.ts";
import { llmMistakes } from "./lemma/index.ts";
import { labelDefinitions } from "./lemma/label-definitions.ts";
import { openings } from "./lemma/openings.ts";
import { lemmaProtocols } from "./lemma/protocol.ts";
import { loadPrompts } from "./prompts/load-prompts.ts";
import { type Protocol, seiProtocols } from "./protocol.ts";
import { isLemmaProtocol, type LemmaProtocolName, type ProtocolName, type Task } from "./protocols.ts";
import { solve } from "./solve.ts";
import type { LemmaSurroundings, Surroundings } from "./surroundings.ts";
import { synthesize } from "./synthesize.ts";
import { vary } from "./vary.ts";

/** Raised when answers are read otherwise: stored answers are then read again, and nothing is asked again. */
const readerVersion = 1;

export interface LlmInstructorOptions {
  model: LanguageModel;
  protocol: ProtocolName;
  /** With a protocol of SEI: by which it is asked to correct mistakes besides. */
  correctingProtocol?: LemmaProtocolName | undefined;
  /** A folder with prompts of the user's own; those it lacks are the protocol's. */
  promptsDirectory?: string | undefined;
  /** Where the model's context is smaller than the protocol takes it to be. */
  maxOutputTokens?: { readonly [Name in Task]?: number | undefined };
}

/**
 * An instructor that asks a language model, by prompts that a user can change. By a protocol of LEMMA it has `mistakes`,
 * and no error types.
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
  const { protocol, correctingProtocol } = options;
  if (correctingProtocol === undefined) return askedBy(protocol, options);
  return alsoCorrecting(askedBy(protocol, options), askedBy(correctingProtocol, options));
}

function askedBy(name: ProtocolName, options: LlmInstructorOptions): Instructor {
  const { model, promptsDirectory, maxOutputTokens } = options;
  const sharing = [options.protocol, options.correctingProtocol ?? []].flat();
  const versionOf = (...parts: Parameters<typeof contentKey>) =>
    `${name}@${readerVersion}:${contentKey(...parts)}`;
  if (isLemmaProtocol(name)) {
    const protocol = limited(lemmaProtocols[name], maxOutputTokens);
    const prompts = loadPrompts(name, promptsDirectory, sharing);
    const version = versionOf({ ...protocol }, prompts.key, labelDefinitions, openings);
    return lemmaInstructor({ model, protocol, prompts }, version);
  }
  const protocol = limited(seiProtocols[name], maxOutputTokens);
  const prompts = loadPrompts(name, promptsDirectory, sharing);
  return seiInstructor({ model, protocol, prompts }, versionOf({ ...protocol }, prompts.key));
}

/** An instructor of error types that is asked to correct mistakes, too, as another of the same model is. */
const alsoCorrecting = (types: Instructor, corrections: Instructor): Instructor => ({
  ...types,
  id: `${types.id}+${corrections.id}`,
  mistakes: corrections.mistakes!,
  askingThrough: (wrap) => alsoCorrecting(types.askingThrough!(wrap), corrections.askingThrough!(wrap)),
});

/** The protocol with the limits that are said of its tasks. */
function limited<Usual extends Protocol<string>>(
  usual: Usual,
  limits: LlmInstructorOptions["maxOutputTokens"] = {},
): Usual {
  const said = Object.entries(limits).filter(
    ([task, limit]) => limit !== undefined && task in usual.maxOutputTokens,
  );
  return { ...usual, maxOutputTokens: { ...usual.maxOutputTokens, ...Object.fromEntries(said) } };
}

function seiInstructor(surroundings: Surroundings, version: string): Instructor {
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
    followUps: (request, signal) => followUps(surroundings, request, signal),
    askingThrough: (wrap) => seiInstructor({ ...surroundings, model: wrap(model) }, version),
    close: async () => model.close?.(),
  };
}

function lemmaInstructor(surroundings: LemmaSurroundings, version: string): Instructor {
  const { model, protocol } = surroundings;
  const refuse = async () => {
    throw new ErrataError(`The protocol ${protocol.name} knows no error types.`, {
      advice: "Take the protocol sei or sei-paper for recipes that group mistakes into error types.",
    });
  };
  return {
    id: `llm:${version}:${model.id}`,
    concurrency: model.concurrency,
    mistakes: llmMistakes(surroundings),
    diagnose: refuse,
    cluster: refuse,
    synthesize: refuse,
    vary: (request, signal) => vary(surroundings, request, signal),
    solve: (request, signal) => solve(surroundings, request, signal),
    followUps: (request, signal) => followUps(surroundings, request, signal),
    askingThrough: (wrap) => lemmaInstructor({ ...surroundings, model: wrap(model) }, version),
    close: async () => model.close?.(),
  };
}
