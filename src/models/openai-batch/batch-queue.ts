import type { Cancellation } from "../admission/index.ts";
import { adoptBatch, type Batch, type BatchOptions, createBatch } from "./batch.ts";
import type { Outcome } from "./results.ts";

/** Puts requests into batches; those that are in a batch already, of this process or an earlier one, wait for it. */
export interface BatchQueue {
  /** Equal requests have equal keys. The line is that in a file of requests. */
  ask(key: string, line: string, cancellation: Cancellation): Promise<Outcome>;
}

/** Requests of one model at one endpoint: a provider takes no others together. */
export function createBatchQueue(options: Omit<BatchOptions, "onOver" | "onAbandoned">): BatchQueue {
  const { journal, settings, clock } = options;
  const batchOfKey = new Map<string, Batch>();
  const mostBytes = settings.megabytes * 1_000_000;
  let gathering: { batch: Batch; requests: number; bytes: number; cancelTimer(): void } | null = null;

  const close = () => {
    gathering?.cancelTimer();
    gathering = null;
  };
  const submit = () => {
    const closed = gathering;
    close();
    closed?.batch.submit();
  };
  const batchOptions: BatchOptions = {
    ...options,
    onOver: (key) => void batchOfKey.delete(key),
    onAbandoned: close,
  };
  for (const record of journal.records()) {
    const batch = adoptBatch(record, batchOptions);
    for (const key of record.keys) batchOfKey.set(key, batch);
  }

  const begin = () => ({
    batch: createBatch(batchOptions),
    requests: 0,
    bytes: 0,
    cancelTimer: clock.after(settings.gatherSeconds * 1000, submit),
  });

  const join = (key: string, line: string): Batch => {
    const bytes = Buffer.byteLength(line) + 1;
    if (gathering && gathering.bytes + bytes > mostBytes) submit();
    gathering ??= begin();
    gathering.batch.add(key, line);
    gathering.requests += 1;
    gathering.bytes += bytes;
    batchOfKey.set(key, gathering.batch);
    return gathering.batch;
  };

  return {
    ask(key, line, cancellation) {
      const known = batchOfKey.get(key);
      const batch = known?.mayAnswer(key) ? known : join(key, line);
      const outcome = batch.outcomeOf(key, cancellation);
      if (gathering && gathering.requests >= settings.requests) submit();
      return outcome;
    },
  };
}
