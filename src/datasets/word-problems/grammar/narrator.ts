import type { Random } from "../../../foundation/random.ts";
import type { Cast } from "./people.ts";
import type { Template } from "./template.ts";
import { wordLists } from "./word-lists.ts";

/** What a story is about: its numbers and things by the names that its templates use. */
export type Words = Readonly<Record<string, string | number>>;

/**
 * Turns templates into text, one after the other in the order in which they will be read.
 *
 * The main person is `{who}`, `{whose}` or `{whom}`: named at the first mention, a name or a pronoun later. A word that
 * the story does not define comes from the shared word lists, and stays the same for the whole story.
 */
export interface Narrator {
  tell(template: Template): string;
}

export function createNarrator({ main: person, ...others }: Cast, facts: Words, random: Random): Narrator {
  const words: Words = { ...facts, ...others };
  const chosen = new Map<string, string>();
  let introduced = false;

  const mention = (name: string, pronoun: string): string =>
    introduced && random.next() < 0.7 ? pronoun : name;

  /** After "Ella's aunt" alone, "she" would be the aunt. */
  const introduce = (text: string): string => {
    introduced = true;
    return text;
  };

  const word = (key: string): string => {
    switch (key) {
      case "name":
        return introduce(person.name);
      case "who":
        return introduce(mention(person.name, person.he));
      case "whom":
        return introduce(mention(person.name, person.him));
      case "whose":
        return mention(`${person.name}'s`, person.his);
      case "his":
        return person.his;
      case "him":
        return person.him;
      default:
        return String(words[key] ?? chosen.get(key) ?? choose(key));
    }
  };

  const choose = (key: string): string => {
    const list = wordLists[key];
    if (!list) throw new RangeError(`No word list and no fact of the story is called "${key}".`);
    const item = random.pick(list);
    chosen.set(key, item);
    return item;
  };

  const tell = (template: Template): string => {
    let text = "";
    for (const part of template) {
      if (typeof part === "string") text += part;
      else text += "word" in part ? word(part.word) : tell(random.pick(part.choices));
    }
    return text;
  };
  return { tell };
}
