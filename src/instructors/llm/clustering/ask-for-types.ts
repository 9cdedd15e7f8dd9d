import type { Json } from "../../../foundation/content-key.ts";
import { askForJson, type Question } from "../ask.ts";
import { listIn, membersOf, textIn, textsIn } from "../read-answer.ts";
import { groupsSchema, typesSchema } from "../schemas.ts";
import type { Surroundings } from "../surroundings.ts";
import type { NamedType, TypeGroup } from "./named-type.ts";
import { indexPhrases } from "./phrase-index.ts";

/** Asks for types of some phrases: of the first phrases, or of further ones beside the types there are. */
export function askForTypes(
  { model, prompts, protocol }: Surroundings,
  phrases: readonly string[],
  types: readonly NamedType[],
  signal?: AbortSignal,
): Promise<NamedType[]> {
  const shown = { phrases: phrases.map((phrase) => ({ phrase })) };
  const prompt =
    types.length === 0
      ? prompts.fill("cluster-seed", shown)
      : prompts.fill("cluster-extend", {
          ...shown,
          types: types.map(({ name, explanation }) => ({ name, explanation })),
        });
  const question: Question<NamedType[]> = {
    request: {
      prompt,
      jsonSchema: typesSchema,
      maxOutputTokens: protocol.maxOutputTokens.cluster,
      temperature: protocol.temperature.cluster,
    },
    accept: (value) => readTypes(value, phrases),
  };
  return askForJson(model, prompts, question, signal);
}

/** Phrases by which a type is introduced where types are compared. */
const examplesOfType = 5;

/** Asks which types mean the same. Throws an `UnusableAnswerError` where that cannot be read. */
export function askForGroups(
  { model, prompts, protocol }: Surroundings,
  types: readonly NamedType[],
  signal?: AbortSignal,
): Promise<TypeGroup[]> {
  const values = types.map(({ name, explanation, keyphrases }) => ({
    name,
    explanation,
    size: keyphrases.length,
    examples: keyphrases.slice(0, examplesOfType).join("; "),
  }));
  const question: Question<TypeGroup[]> = {
    request: {
      prompt: prompts.fill("cluster-merge", { types: values }),
      jsonSchema: groupsSchema,
      maxOutputTokens: protocol.maxOutputTokens.cluster,
      temperature: protocol.temperature.cluster,
    },
    accept: readGroups,
  };
  return askForJson(model, prompts, question, signal);
}

/** Reads types; of their phrases those that were asked about count, as they were written there. */
function readTypes(value: Json, phrases: readonly string[]): NamedType[] | null {
  const index = indexPhrases(phrases);
  const types = listIn(value, /type|cluster|group|categor/i)?.flatMap((item) => {
    const members = membersOf(item);
    const name = members ? textIn(members, /^name$/i, /name|title|^type$/i) : "";
    if (!members || name === "") return [];
    const written = textsIn(listIn(members, /phrase|member/i));
    const keyphrases = [...new Set(written.flatMap((phrase) => index.find(phrase) ?? []))];
    return keyphrases.length === 0
      ? []
      : [{ name, explanation: textIn(members, /expla|descri/i), keyphrases }];
  });
  return types && types.length > 0 ? types : null;
}

function readGroups(value: Json): TypeGroup[] | null {
  return (
    listIn(value, /group|merge|types/i)?.flatMap((item) => {
      const members = membersOf(item);
      const name = members ? textIn(members, /^name$/i, /name/i) : "";
      if (!members || name === "") return [];
      return [
        {
          name,
          explanation: textIn(members, /expla|descri/i),
          members: textsIn(listIn(members, /member|types/i)),
        },
      ];
    }) ?? null
  );
}
