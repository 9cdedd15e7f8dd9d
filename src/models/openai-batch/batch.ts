import { setImmediate as immediate } from "node:timers/promises";
import type { Cancellation } from "../admission/index.ts";
import { type BatchSurroundings, carryOut } from "./carry-out.ts";
import type { BatchRecord } from "./journal.ts";
import type { ProviderBatch } from "./provider-batch.ts";
import { type BatchResults, type Outcome, readResults } from "./results.ts";
import { createWaiters } from "./waiters.ts";

const answersAtOnce = 100;

/** Requests that are answered together. */
export interface Batch {
  /** Adds a request, until the batch is submitted. */
  add(key: string, line: string): void;
  /** No more requests are added. */
  submit(): void;
  /** Whether a request of it is worth waiting for: its batch is under way, or answered it. */
  mayAnswer(key: string): boolean;
  outcomeOf(key: string, cancellation: Cancellation): Promise<Outcome>;
}

export interface BatchOptions extends BatchSurroundings {
  /** Where the requests go: `/v1/chat/completions`. */
  endpoint: string;
  /** A request of it has its outcome, or will never have one. */
  onOver(key: string): void;
  /** All who waited were cancelled before the batch was submitted. */
  onAbandoned(): void;
}

/** A batch that is being put together. */
export function createBatch(options: BatchOptions): Batch {
  return batchOf(null, options);
}

/** A batch that an earlier process submitted. */
export function adoptBatch(record: BatchRecord, options: BatchOptions): Batch {
  return batchOf(record, options);
}

/** It is worked on as long as anybody waits for it. */
function batchOf(adopted: BatchRecord | null, options: BatchOptions): Batch {
  const { provider, journal, endpoint, onOver, onAbandoned } = options;
  const lines = new Map<string, string>();
  let record = adopted;
  let results: BatchResults | null = null;
  let ended: ProviderBatch | null = null;
  let isOpen = adopted === null;
  let work: AbortController | null = null;
  const waiters = createWaiters<Outcome>(() => (isOpen ? abandon() : work?.abort()));

  const abandon = () => {
    for (const key of lines.keys()) onOver(key);
    lines.clear();
    onAbandoned();
  };

  const uploadLines = async (signal: AbortSignal): Promise<BatchRecord> => {
    for (const key of [...lines.keys()].filter((key) => !waiters.has(key))) {
      lines.delete(key);
      onOver(key);
    }
    const fileId = await provider.upload(lines.values(), signal);
    record = journal.add({ fileId, batchId: null, endpoint, keys: [...lines.keys()] });
    lines.clear();
    return record;
  };

  const obtainResults = async (signal: AbortSignal): Promise<BatchResults> => {
    const isNew = record === null;
    record ??= await uploadLines(signal);
    if (!journal.hasResults(record)) ended = await carryOut(record, isNew, options, signal);
    return readResults(journal.resultsFile(record));
  };

  const deliver = async (found: BatchResults) => {
    for (const [index, key] of waiters.keys().entries()) {
      if (!waiters.has(key)) continue;
      waiters.settle(key, found.outcomeOf(key) ?? missing(ended));
      onOver(key);
      // Who gets an answer uses it before many others come: all at once would fill the memory.
      if (index % answersAtOnce === 0) await immediate();
    }
  };

  const fail = (error: unknown) => {
    // What was not submitted may be asked for again; what was stays where it is.
    if (record === null) for (const key of [...lines.keys(), ...waiters.keys()]) onOver(key);
    waiters.failAll(error);
  };

  const workOn = async (): Promise<void> => {
    if (isOpen || work || waiters.size === 0) return;
    work = new AbortController();
    const { signal } = work;
    try {
      results ??= await obtainResults(signal);
      await deliver(results);
    } catch (error) {
      record = record && journal.find(record.name);
      if (!signal.aborted) fail(error);
    }
    work = null;
    // Somebody may have come after the last one had gone.
    await workOn();
  };

  return {
    add: (key, line) => void lines.set(key, line),
    submit() {
      isOpen = false;
      void workOn();
    },
    mayAnswer(key) {
      if (!results && record && journal.hasResults(record))
        results = readResults(journal.resultsFile(record));
      return results === null || results.isGood(key);
    },
    outcomeOf(key, cancellation) {
      const outcome = waiters.wait(key, cancellation);
      void workOn();
      return outcome;
    },
  };
}

function missing(batch: ProviderBatch | null): Outcome {
  const status = batch?.status ?? "completed";
  return {
    kind: "unanswered",
    reason: `the batch is ${status} and holds no answer to this request`,
    mayAnswer: status !== "cancelled",
  };
}
