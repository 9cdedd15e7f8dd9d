import { type LemmaProtocolName, type ProtocolName, protocols } from "../instructors/llm/index.ts";
import type { RecipeName } from "./recipes.ts";

type Protocols = readonly [usual: ProtocolName, other: ProtocolName];

const protocolsOfRecipes: Readonly<Partial<Record<RecipeName, Protocols>>> = {
  "sei-paper": ["sei-paper", "sei"],
  lemma: ["lemma", "lemma-paper"],
  "lemma-paper": ["lemma-paper", "lemma"],
  "lemma-ablations": ["lemma", "lemma-paper"],
};

/** The protocols by which a language model can be asked what a recipe needs; the first where a configuration names none. */
export const protocolsOf = (recipe: RecipeName): Protocols =>
  protocolsOfRecipes[recipe] ?? ["sei", "sei-paper"];

/** The protocol by which it is asked to correct mistakes besides, of a recipe of both methods. */
export const correctingProtocolOf = (recipe: RecipeName): LemmaProtocolName | undefined =>
  recipe === "sei-lemma" ? "lemma" : undefined;

/** How a language model is asked, as far as a configuration says so. */
interface AskedBy {
  protocol?: ProtocolName | undefined;
  maxOutputTokens: Readonly<Record<string, unknown>>;
}

/** What of it does not fit the recipe: the key under `instructor`, and a sentence; null where all fits. */
export function protocolMismatch(
  recipe: RecipeName,
  { protocol, maxOutputTokens }: AskedBy,
): { path: string[]; message: string } | null {
  const [usual, other] = protocolsOf(recipe);
  const name = protocol ?? usual;
  if (name !== usual && name !== other) {
    const message = `the recipe ${recipe} is not asked by the protocol ${name}; it takes ${usual} or ${other}`;
    return { path: ["protocol"], message };
  }
  const asked = [name, correctingProtocolOf(recipe) ?? []].flat();
  const tasks = [...new Set(asked.flatMap((each) => Object.keys(protocols[each].maxOutputTokens)))];
  const unknown = Object.keys(maxOutputTokens).find((task) => !tasks.includes(task));
  if (unknown === undefined) return null;
  const message = `the protocol ${asked.join(" with ")} does not ask for this; it asks for ${tasks.join(", ")}`;
  return { path: ["maxOutputTokens", unknown], message };
}
