import { type PromptTemplate, promptTemplates } from "../models/prompt-template.ts";
import type { Config } from "./schema.ts";

/** The prompts of a configuration's target: what the user says, else what the kind of target was taught. */
export function templateOf({ template, target }: Pick<Config, "template" | "target">): PromptTemplate {
  return promptTemplates[template ?? (target.kind === "embedded" ? "question-and-solution" : "alpaca")];
}
