import { existsSync } from "node:fs";
import type { Config } from "../../config/schema.ts";

/** What a run trains: its name for people, and its name on the hub where it has one. */
export interface BaseModel {
  title: string;
  hubName: string | null;
}

/** The base model of a configuration; `title` is what reports call the target. */
export function baseModelOf(
  { target, trainer }: Pick<Config, "target" | "trainer">,
  title: string,
): BaseModel {
  const named = [
    "model" in trainer ? trainer.model : undefined,
    "model" in target ? target.model : undefined,
  ];
  const model = named.find((name) => typeof name === "string");
  return { title, hubName: model !== undefined && isHubName(model) ? model : null };
}

/** `owner/name`, and no path of this machine. */
const isHubName = (name: string): boolean =>
  /^[\w-][\w.-]*\/[\w.-]+$/.test(name) && !name.endsWith(".gguf") && !existsSync(name);
