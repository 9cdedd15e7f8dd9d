import type { ErrorType } from "../../../domain/error-type.ts";
import { ErrataError, UnusableAnswerError } from "../../../foundation/errors.ts";
import { createRandom } from "../../../foundation/random.ts";
import type { ClusterRequest } from "../../instructor.ts";
import type { Surroundings } from "../surroundings.ts";
import { askForGroups, askForTypes } from "./ask-for-types.ts";
import { addTypes, joinTypes, type NamedType, type TypeGroup, withIds } from "./named-type.ts";

/**
 * Groups keyphrases into error types (SEI eq. 3; papers' section 1.4): the first call makes types, each further one
 * sorts its phrases into them or makes new ones, and a last one joins those that mean the same.
 *
 * Phrases that a call left out, or whose call failed, are asked about once more at the end; what has no type even then
 * is in none. Throws an `ErrataError` where no call made a type: without types there is nothing to go on with.
 */
export async function cluster(
  surroundings: Surroundings,
  { keyphrases, seed, onRemark }: ClusterRequest,
  signal?: AbortSignal,
): Promise<ErrorType[]> {
  const { protocol } = surroundings;
  const ordered =
    protocol.phraseOrder === "shuffled" ? createRandom(seed).shuffle(keyphrases) : [...keyphrases];
  const first = await sortIn(surroundings, [], ordered, signal);
  const second = await sortIn(surroundings, first.types, uncovered(ordered, first.types), signal);
  const { types } = second;
  if (types.length === 0) throw noTypes(second.failure ?? first.failure);
  const groups =
    protocol.mergesTypes && types.length > 1 ? await groupsOf(surroundings, types, onRemark, signal) : [];
  return withIds(joinTypes(types, groups));
}

/** Where the answer cannot be read, nothing is joined: the types are as good as without the question. */
async function groupsOf(
  surroundings: Surroundings,
  types: readonly NamedType[],
  onRemark: ClusterRequest["onRemark"],
  signal?: AbortSignal,
): Promise<TypeGroup[]> {
  try {
    return await askForGroups(surroundings, types, signal);
  } catch (error) {
    if (!UnusableAnswerError.isInstance(error)) throw error;
    onRemark?.(`error types that mean the same were not joined: ${error.message}`);
    return [];
  }
}

/** How many calls `cluster` makes of so many phrases, where none is left out and there is more than one type. */
export function callsToCluster(
  { phrasesPerCall, mergesTypes }: Surroundings["protocol"],
  keyphrases: number,
): number {
  return Math.ceil(keyphrases / phrasesPerCall) + (mergesTypes && keyphrases > 1 ? 1 : 0);
}

interface Sorted {
  types: NamedType[];
  /** Why the last call that failed did so. */
  failure: UnusableAnswerError | undefined;
}

/** One call after the other, as each is shown the types that those before it made. */
async function sortIn(
  surroundings: Surroundings,
  known: readonly NamedType[],
  phrases: readonly string[],
  signal?: AbortSignal,
): Promise<Sorted> {
  const sorted: Sorted = { types: [...known], failure: undefined };
  for (const batch of inBatches(phrases, surroundings.protocol.phrasesPerCall)) {
    try {
      sorted.types = addTypes(sorted.types, await askForTypes(surroundings, batch, sorted.types, signal));
    } catch (error) {
      if (!UnusableAnswerError.isInstance(error)) throw error;
      sorted.failure = error;
    }
  }
  return sorted;
}

/** Batches of equal size, or nearly: a last one of two phrases would say little. */
function inBatches<T>(items: readonly T[], most: number): T[][] {
  const count = Math.ceil(items.length / most);
  return Array.from({ length: count }, (_, index) =>
    items.slice(Math.floor((index * items.length) / count), Math.floor(((index + 1) * items.length) / count)),
  );
}

function noTypes(cause: UnusableAnswerError | undefined): ErrataError {
  return new ErrataError(`No error type was made of the keyphrases: ${cause?.message ?? "there are none"}`, {
    advice: "Take another model as the instructor, or raise `instructor.maxOutputTokens.cluster`.",
    cause,
  });
}

function uncovered(phrases: readonly string[], types: readonly NamedType[]): string[] {
  const covered = new Set(types.flatMap(({ keyphrases }) => keyphrases));
  return phrases.filter((phrase) => !covered.has(phrase));
}
