import { availableParallelism, cpus } from "node:os";
import { z } from "zod";
import { type Arrangement, arrangementsOf, fastestArrangement } from "./arrangement.ts";
import type { ContextOptions, LlamaContext, LlamaModel } from "./binding.ts";
import { measureRate } from "./measure-rate.ts";
import type { Remembered } from "./remembered.ts";
import type { LlamaCppSettings } from "./settings.ts";

const Measured = z.object({ threads: z.int().positive(), contexts: z.int().positive() });

export interface SharingOptions {
  model: LlamaModel;
  /** Tells the weights from others. */
  digest: string;
  settings: Pick<LlamaCppSettings, "threads" | "contexts" | "sequences">;
  remembered: Remembered;
  tell: (message: string) => void;
}

/** A small context is enough to measure in. */
const measuringContextSize = 256;

/**
 * How the cores of this machine are shared out for a model on the processor: as the settings say, else as a measurement
 * of some seconds finds, once for a machine and model.
 */
export async function shareCores(options: SharingOptions): Promise<Arrangement> {
  const { model, digest, settings, remembered, tell } = options;
  const { threads, contexts, sequences } = settings;
  const cores = availableParallelism();
  if (threads !== undefined) {
    return { threads, contexts: contexts ?? Math.max(1, Math.floor(cores / threads)) };
  }
  const question = ["threads", digest, cpus()[0]?.model ?? "", cores, contexts ?? 0, sequences];
  const known = remembered.recall(question, Measured);
  if (known) return known;
  const best = await fastestArrangement(arrangementsOf(cores, contexts), (arrangement, worthwhile) =>
    withContexts(model, arrangement, { contextSize: measuringContextSize, sequences }, (opened) =>
      measureRate(model, opened, sequences, worthwhile),
    ),
  );
  remembered.keep(question, { ...best });
  const parts = [counted(best.contexts, "context"), counted(best.threads, "thread")];
  tell(`Measured once for this machine and model: ${parts.join(" of ")} decode fastest.`);
  return best;
}

async function withContexts<Result>(
  model: LlamaModel,
  arrangement: Arrangement,
  options: ContextOptions,
  work: (contexts: LlamaContext[]) => Promise<Result>,
): Promise<Result> {
  const contexts = await openContexts(model, arrangement, options);
  try {
    return await work(contexts);
  } finally {
    await Promise.all(contexts.map((context) => context.dispose()));
  }
}

/** One after the other: each takes a large piece of memory, and the first that fails should be the last. */
export async function openContexts(
  model: LlamaModel,
  { threads, contexts }: Arrangement,
  options: ContextOptions,
): Promise<LlamaContext[]> {
  const opened: LlamaContext[] = [];
  for (let index = 0; index < contexts; index++) {
    opened.push(await model.createContext({ ...options, threads }));
  }
  return opened;
}

const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? "" : "s"}`;
