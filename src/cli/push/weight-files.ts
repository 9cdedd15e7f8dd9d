import { readdirSync, readFileSync } from "node:fs";
import { isAbsolute, join } from "node:path";
import type { BaseModel } from "./base-model.ts";
import type { PushedFile } from "./pushed-file.ts";

/** What belongs to weights in the layouts of PEFT and transformers; logs and states of the training do not. */
const belongs =
  /^(adapter_config\.json|(adapter_)?model.*\.safetensors|model\.safetensors\.index\.json|(generation_)?config\.json|(special_tokens|added_tokens|tokenizer|vocab|chat_template).*\.(json|jinja|model|txt)|merges\.txt)$/;

/** The files of trained weights that others need to use them. */
export function weightFiles(directory: string, base: BaseModel): PushedFile[] {
  return readdirSync(directory)
    .filter((name) => belongs.test(name))
    .sort()
    .map((name) => {
      const file = join(directory, name);
      const isConfiguration = name === "adapter_config.json" || name === "config.json";
      return { path: name, content: isConfiguration ? { text: withPublicNames(file, base) } : { file } };
    });
}

/** Fields in which the tools of Hugging Face keep where a model was loaded from. */
const originFields = ["base_model_name_or_path", "_name_or_path"];

/** A folder of this machine says nothing to others: the base's name on the hub stands for it, or nothing. */
function withPublicNames(file: string, { hubName }: BaseModel): string {
  const configuration: Record<string, unknown> = JSON.parse(readFileSync(file, "utf8"));
  for (const field of originFields) {
    const origin = configuration[field];
    if (typeof origin === "string" && isAbsolute(origin)) configuration[field] = hubName;
  }
  return `${JSON.stringify(configuration, null, 2)}\n`;
}
