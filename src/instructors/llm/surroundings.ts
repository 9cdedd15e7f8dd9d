import type { LanguageModel } from "../../models/language-model.ts";
import type { LemmaProtocol } from "./lemma/protocol.ts";
import type { Prompts } from "./prompts/load-prompts.ts";
import type { LemmaPromptName, PromptName, SeiPromptName, SharedPromptName } from "./prompts/variables.ts";
import type { Protocol, SeiProtocol, WritingTask } from "./protocol.ts";

/** What a task of an instructor works with. */
interface SurroundingsOf<Asked extends Protocol<string>, Name extends PromptName> {
  model: LanguageModel;
  prompts: Prompts<Name>;
  protocol: Asked;
}

export type Surroundings = SurroundingsOf<SeiProtocol, SeiPromptName>;
export type LemmaSurroundings = SurroundingsOf<LemmaProtocol, LemmaPromptName>;

/** What the tasks of every protocol need. */
export type WritingSurroundings = SurroundingsOf<Protocol<WritingTask>, SharedPromptName>;
