/** Cuts a text that comes in pieces into its lines; a progress bar that is drawn over and over is its last state. */
export function createLineReader(onLine: (line: string) => void): {
  read(piece: string): void;
  end(): void;
} {
  let rest = "";
  const tell = (line: string) => {
    const shown = line.replace(/\r+$/, "").split("\r").at(-1)?.trimEnd();
    if (shown) onLine(shown);
  };
  return {
    read(piece) {
      const lines = (rest + piece).split("\n");
      rest = lines.pop() ?? "";
      lines.forEach(tell);
    },
    end() {
      tell(rest);
      rest = "";
    },
  };
}
