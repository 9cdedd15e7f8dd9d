import { ErrataError } from "../../foundation/errors.ts";
import type { Clock } from "../admission/index.ts";
import type { BatchProvider } from "./batch-provider.ts";
import type { BatchJournal, BatchRecord } from "./journal.ts";
import { pause } from "./pause.ts";
import { hasEnded, type ProviderBatch } from "./provider-batch.ts";
import type { BatchSettings } from "./settings.ts";

/** What batches need. */
export interface BatchSurroundings {
  provider: BatchProvider;
  /** What the provider is called in messages. */
  providerName: string;
  journal: BatchJournal;
  settings: BatchSettings;
  clock: Clock;
}

/** An account may have so much waiting; until then a batch that would pass that fails at once. */
const accountIsFull = "token_limit_exceeded";
const pollsUntilAccountHasRoom = 10;

/**
 * Has the requests of a record answered and keeps the results: begins the batch unless it has begun, and waits for its
 * end. Gives the batch as it ended. Throws an `ErrataError` where the provider does not take it.
 *
 * `isNew`: nobody can have begun it yet.
 */
export async function carryOut(
  record: BatchRecord,
  isNew: boolean,
  surroundings: BatchSurroundings,
  signal: AbortSignal,
): Promise<ProviderBatch> {
  const { journal, provider, settings, clock } = surroundings;
  let mayExist = !isNew;
  for (let current = record; ; mayExist = true) {
    const batch = await begin(current, mayExist, surroundings, signal);
    const ended = await waitForEnd(batch, surroundings, signal);
    if (ended.status !== "failed") {
      await keepResults(current, ended, surroundings, signal);
      return ended;
    }
    const waitsForOthers = errorOf(ended)?.code === accountIsFull && (await provider.isBusy(signal));
    if (!waitsForOthers) {
      journal.remove(current);
      throw refusalOf(ended, surroundings);
    }
    current = { ...current, batchId: null };
    journal.update(current);
    await pause(pollsUntilAccountHasRoom * settings.pollSeconds, clock, signal);
  }
}

async function begin(
  record: BatchRecord,
  mayExist: boolean,
  { provider, journal, settings: { completionWindow } }: BatchSurroundings,
  signal: AbortSignal,
): Promise<ProviderBatch> {
  const { batchId, fileId, endpoint } = record;
  if (batchId !== null) return provider.read(batchId, signal);
  const batch = await provider.create({ fileId, endpoint, completionWindow }, mayExist, signal);
  journal.update({ ...record, batchId: batch.id });
  return batch;
}

async function waitForEnd(
  batch: ProviderBatch,
  { provider, settings, clock }: BatchSurroundings,
  signal: AbortSignal,
): Promise<ProviderBatch> {
  let current = batch;
  while (!hasEnded(current)) {
    await pause(settings.pollSeconds, clock, signal);
    current = await provider.read(current.id, signal);
  }
  return current;
}

/** What was answered is in one file, what was not in another; either may be missing. */
async function keepResults(
  record: BatchRecord,
  { output_file_id, error_file_id }: ProviderBatch,
  { provider, journal }: BatchSurroundings,
  signal: AbortSignal,
): Promise<void> {
  const parts: Buffer[] = [];
  for (const fileId of [output_file_id, error_file_id]) {
    if (fileId) parts.push(await provider.download(fileId, signal), Buffer.from("\n"));
  }
  journal.keepResults(record, parts);
}

const errorOf = ({ errors }: ProviderBatch) => errors?.data?.[0];

function refusalOf(batch: ProviderBatch, { providerName }: BatchSurroundings): ErrataError {
  const { code, message } = errorOf(batch) ?? {};
  const reason = (message ?? code ?? "it says no reason").replace(/\.$/, "");
  return new ErrataError(`${providerName} does not take the batch ${batch.id}: ${reason}.`, {
    advice:
      code === accountIsFull
        ? "Set `batch.requests` to fewer, so that the tokens of a batch fit into what the account may have waiting."
        : "Correct what it names and run the same command again; nothing was paid for this batch.",
  });
}
