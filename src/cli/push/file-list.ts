import { cardFile } from "./prepare.ts";
import { type PushedFile, sizeOf } from "./pushed-file.ts";

/** The card, and the names and sizes of all files, for a person to look at. */
export function fileList(files: readonly PushedFile[]): string {
  const card = files.find(({ path }) => path === cardFile)!.content;
  const lines = files.map(
    (file) => `${sizeOf(file).toLocaleString("en-US").padStart(14)} bytes  ${file.path}`,
  );
  return `${"text" in card ? card.text : ""}\n${lines.join("\n")}\n`;
}
