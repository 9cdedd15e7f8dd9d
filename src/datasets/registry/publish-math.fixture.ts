import { parquetWriteBuffer } from "hyparquet-writer";
import type { Hub } from "../storage/hub.fixture.ts";
import { dataSets } from "./catalogue.ts";

/**
 * Puts invented problems on a stand-in hub as the test split of MATH: `rows` of them spread over its seven files, with
 * the solutions given, or else ones that box the answer.
 */
export function publishMath(
  hub: Hub,
  { rows = 5000, solution }: { rows?: number; solution?: string } = {},
): void {
  const { source, splits } = dataSets.math;
  const { files } = splits.test!;
  for (const [index, { path }] of files.entries()) {
    const share = Math.ceil((rows - index) / files.length);
    const texts = (name: string, text: (row: number) => string) => ({
      name,
      data: Array.from({ length: share }, (_, row) => text(row)),
      type: "STRING" as const,
    });
    const columnData = [
      texts("problem", (row) => `What is ${row} + ${index}?`),
      texts("level", () => "Level 2"),
      texts("type", () => "Counting & Probability"),
      texts("solution", (row) => solution ?? `It is $\\boxed{${row + index}}$.`),
    ];
    const bytes = new Uint8Array(parquetWriteBuffer({ columnData }));
    hub.files.set(`/datasets/${source.repository}/resolve/${source.revision}/${path}`, {
      bytes,
      isLarge: true,
    });
  }
}
