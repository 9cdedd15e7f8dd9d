import type { RunFolder } from "../../engine/run-folder.ts";
import { batchesUnderWay } from "../../models/openai-batch/index.ts";

/** What goes on at providers while nobody waits for it, as a line; none where nothing does. */
export function batchLines({ batchesDirectory }: RunFolder): string[] {
  const { batches, requests } = batchesUnderWay(batchesDirectory);
  if (batches === 0) return [];
  const those = batches === 1 ? "One batch goes" : `${batches} batches go`;
  return [
    `${those} on at the provider, with ${requests} requests: the same command takes the answers, and pays for none twice.`,
  ];
}
