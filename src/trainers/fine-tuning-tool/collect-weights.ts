import { constants, copyFileSync, existsSync, linkSync, readdirSync } from "node:fs";
import { join } from "node:path";

const ofAdapter = /^adapter_(config\.json|model\.safetensors)$/;

/** Weights, configuration, tokenizer: neither logs nor the optimiser's state. */
const ofModel =
  /\.safetensors(\.index\.json)?$|^(config|generation_config|tokenizer|tokenizer_config|special_tokens_map|added_tokens|vocab)\.json$|^merges\.txt$|^tokenizer\.model$|\.jinja$/;

/** Puts the weights that a tool left into the folder of a training; the tool's own stay, in case this process ends. */
export function collectWeights(from: string, to: string): void {
  const names = existsSync(from) ? readdirSync(from) : [];
  const belongs = names.some((name) => ofAdapter.test(name)) ? ofAdapter : ofModel;
  for (const name of names.filter((name) => belongs.test(name))) linkOrCopy(join(from, name), join(to, name));
}

/** A whole model is too large to be copied without need. */
function linkOrCopy(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch {
    copyFileSync(from, to, constants.COPYFILE_FICLONE);
  }
}
