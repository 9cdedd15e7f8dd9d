/** A line of a text, counted from 1, without its ending. */
export interface Line {
  readonly number: number;
  readonly text: string;
}

/**
 * Splits a stream of text into lines: what one piece of the stream completes comes as one batch, so that a pipe is
 * answered while it is open. Blank lines are counted and left out.
 */
export async function* batchesOfLines(pieces: AsyncIterable<string>): AsyncGenerator<Line[]> {
  let unfinished: string[] = [];
  let count = 0;
  const lineOf = (text: string): Line => ({
    number: ++count,
    text: count === 1 ? text.replace(/^\uFEFF/, "") : text,
  });
  const isFilled = ({ text }: Line) => text.trim() !== "";

  for await (const piece of pieces) {
    const texts = piece.split("\n");
    if (texts.length > 1) {
      texts[0] = unfinished.join("") + texts[0];
      unfinished = [];
    }
    unfinished.push(texts.pop()!);
    const lines = texts.map(lineOf).filter(isFilled);
    if (lines.length > 0) yield lines;
  }
  const rest = [lineOf(unfinished.join(""))].filter(isFilled);
  if (rest.length > 0) yield rest;
}
