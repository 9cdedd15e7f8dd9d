import { cpSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const tokenizer = fileURLToPath(
  new URL("../../models/embedded/fixtures/tiny/tokenizer.json", import.meta.url),
);

/** A stand-in for a tool, run by Node. */
export const standIn = fileURLToPath(new URL("./fixtures/stand-in.ts", import.meta.url));

/** A folder with the tokenizer of a model, and nothing else. Without `beginning`, it puts nothing before a text. */
export function makeToyModel({
  beginning,
  chatTemplate,
}: {
  beginning?: string;
  chatTemplate?: string;
} = {}): string {
  const folder = mkdtempSync(join(tmpdir(), "errata-toy-model-"));
  cpSync(tokenizer, join(folder, "tokenizer.json"));
  const config = {
    eos_token: { content: "<eos>" },
    ...(beginning === undefined ? {} : { bos_token: beginning, add_bos_token: true }),
    ...(chatTemplate === undefined ? {} : { chat_template: chatTemplate }),
  };
  writeFileSync(join(folder, "tokenizer_config.json"), JSON.stringify(config));
  return folder;
}
