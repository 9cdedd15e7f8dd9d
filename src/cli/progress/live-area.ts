import type { Screen } from "../environment.ts";

/** The last lines of a terminal, rewritten in place. */
export interface LiveArea {
  /** Replaces the lines of the area, and writes a line above them that stays. */
  show(lines: readonly string[], lineThatStays?: string): void;
  /** Removes the area and brings the cursor back. */
  close(): void;
}

const hideCursor = "\u001b[?25l";
const showCursor = "\u001b[?25h";
const clearLineEnd = "\u001b[K";
const clearBelow = "\u001b[J";
const cursorUp = (lines: number) => (lines > 0 ? `\u001b[${lines}A\r` : "");

/** Every change is one write that overwrites in place, so that nothing flickers. Lines must fit the width. */
export function createLiveArea(screen: Pick<Screen, "write">): LiveArea {
  let shown: readonly string[] = [];
  let cursorHidden = false;
  const text = (lines: readonly string[]) => lines.map((line) => `${line}${clearLineEnd}\n`).join("");
  // An interrupted process must not leave a terminal without its cursor.
  const restoreCursor = () => screen.write(showCursor);

  return {
    show(lines, lineThatStays) {
      if (!cursorHidden) process.once("exit", restoreCursor);
      const prefix = cursorHidden ? "" : hideCursor;
      cursorHidden = true;
      const above = lineThatStays === undefined ? [] : [lineThatStays];
      screen.write(`${prefix}${cursorUp(shown.length)}${text([...above, ...lines])}${clearBelow}`);
      shown = lines;
    },
    close() {
      screen.write(`${cursorUp(shown.length)}${clearBelow}${cursorHidden ? showCursor : ""}`);
      process.off("exit", restoreCursor);
      shown = [];
      cursorHidden = false;
    },
  };
}
