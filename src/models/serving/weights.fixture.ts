import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Makes a folder that holds an adapter in the layout of PEFT, whose matrices are a text. */
export function writeAdapterFolder(parent: string, text: string, rank = 8): string {
  const directory = join(parent, text);
  mkdirSync(directory, { recursive: true });
  writeFileSync(join(directory, "adapter_config.json"), JSON.stringify({ peft_type: "LORA", r: rank }));
  writeFileSync(join(directory, "adapter_model.safetensors"), text);
  return directory;
}

/** Makes a folder that names a model which a provider keeps. */
export function writeHostedFolder(parent: string, model: string): string {
  const directory = join(parent, model.replaceAll(/\W/g, "-"));
  mkdirSync(directory, { recursive: true });
  writeFileSync(join(directory, "hosted-model.json"), JSON.stringify({ model }));
  return directory;
}
