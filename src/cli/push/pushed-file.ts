import { statSync } from "node:fs";

/** A file of a repository of the hub: a text of this program's, or a file of the run. */
export interface PushedFile {
  /** In the repository. */
  path: string;
  content: { text: string } | PackedText | { file: string };
}

/** A text in a form that only programs read. */
interface PackedText {
  bytes: Uint8Array;
  says: string;
}

/** Length in bytes. */
export function sizeOf({ content }: PushedFile): number {
  if ("text" in content) return Buffer.byteLength(content.text);
  return "bytes" in content ? content.bytes.length : statSync(content.file).size;
}
