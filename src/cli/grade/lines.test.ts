import fc from "fast-check";
import { expect, it } from "vitest";
import { batchesOfLines, type Line } from "./lines.ts";

const split = async (pieces: readonly string[]) => (await batchesOf(pieces)).flat();

async function batchesOf(pieces: readonly string[]): Promise<Line[][]> {
  const batches: Line[][] = [];
  for await (const batch of batchesOfLines(streamOf(pieces))) batches.push(batch);
  return batches;
}

async function* streamOf(pieces: readonly string[]) {
  yield* pieces;
}

it("gives the same lines however the stream is cut", async () => {
  const piece = fc
    .array(fc.constantFrom("a", "b", "\n", " "), { maxLength: 8 })
    .map((parts) => parts.join(""));
  await fc.assert(
    fc.asyncProperty(fc.array(piece), async (pieces) => {
      const expected = pieces
        .join("")
        .split("\n")
        .map((text, index) => ({ number: index + 1, text }))
        .filter(({ text }) => text.trim() !== "");
      expect(await split(pieces)).toEqual(expected);
    }),
  );
});

it("answers what a piece completes at once", async () => {
  const batches = await batchesOf(["a\nb", "c\n", "d"]);
  expect(batches.map((lines) => lines.map(({ text }) => text))).toEqual([["a"], ["bc"], ["d"]]);
});

it("leaves out a byte order mark", async () => {
  expect(await split(["\uFEFF{}\n"])).toEqual([{ number: 1, text: "{}" }]);
});
