import type { PromptForm } from "../trainers/prompt-form.ts";
import type { TargetConfig } from "./target-config.ts";

/** How a configuration's target reads its prompts, which is how a trainer must show them. */
export function promptFormOf(target: TargetConfig): PromptForm {
  if ("prompt" in target) return target.prompt;
  return target.kind === "embedded" || target.kind === "replay" ? "completion" : "chat";
}
