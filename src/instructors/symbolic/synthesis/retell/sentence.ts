import type { Agent } from "../language/agent.ts";
import { inflect } from "../language/verb.ts";
import type { Template } from "./vocabulary.ts";
import type { Voice } from "./voice.ts";

/** Text that depends on the numbers chosen and on what was said before. */
export type Word = (voice: Voice) => string;
export type Words = Readonly<Record<string, Word>>;

/** One thing to tell. */
export interface Sentence {
  readonly template: Template;
  /** Who `{A}` is. */
  readonly agent: Agent;
  /** When it happened, where that tells amounts apart: "on Monday". */
  readonly time: string | null;
  readonly words: Words;
}

const place = /\{([^}]+)\}|<([a-z ]+)(?:\/(1|2|base))?>/g;

/**
 * The sentence as text, without the capital letter that begins it. Places are filled from left to right, so that a name comes before its pronoun.
 *
 * @throws RangeError where the template has a place that nothing fills: a mistake in a theme.
 */
export function textOf(sentence: Sentence, voice: Voice): string {
  voice.begin();
  const text = sentence.template.replace(place, (_, name?: string, verb?: string, number?: string) =>
    name === undefined ? verbText(verb!, number, sentence.agent, voice) : placeText(name, sentence, voice),
  );
  const dated =
    sentence.time === null || voice.time === sentence.time
      ? text
      : `${sentence.time}, ${lowered(text, sentence)}`;
  voice.end(sentence);
  return dated;
}

function verbText(verb: string, number: string | undefined, agent: Agent, voice: Voice): string {
  if (number === "base") return inflect(verb, "base");
  const plural = number === undefined ? agent.plural : number === "2";
  return inflect(verb, { tense: voice.tense, plural });
}

function placeText(name: string, { agent, words, template }: Sentence, voice: Voice): string {
  switch (name) {
    case "A":
      return voice.subject(agent);
    case "A's":
      return voice.possessive(agent);
    case "name":
      return voice.mention(agent);
    case "him":
      return voice.object(agent);
    case "now":
      return voice.tense === "past" ? "then" : "now";
  }
  const word = words[name];
  if (!word) throw new RangeError(`Nothing fills {${name}} in "${template}".`);
  return word(voice);
}

/** Templates may begin with a capital letter of their own ("Then ..."), which is lost behind "on Monday, ...". */
function lowered(text: string, { template }: Sentence): string {
  return /^[A-Z]/.test(template) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}
