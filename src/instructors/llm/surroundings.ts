import type { LanguageModel } from "../../models/language-model.ts";
import type { Prompts } from "./prompts/load-prompts.ts";
import type { Protocol } from "./protocol.ts";

/** What every task of an instructor works with. */
export interface Surroundings {
  model: LanguageModel;
  prompts: Prompts;
  protocol: Protocol;
}
