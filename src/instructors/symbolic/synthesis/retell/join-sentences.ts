import type { Random } from "../../../../foundation/random.ts";
import { capitalised } from "../language/capitalised.ts";
import { type Sentence, textOf } from "./sentence.ts";
import type { Voice } from "./voice.ts";

const longest = 70;

/** The sentences as one text; some short neighbours become one sentence with "and". */
export function joinSentences(sentences: readonly Sentence[], voice: Voice, random: Random): string {
  const texts: string[] = [];
  let joinable: { agent: Sentence["agent"]; text: string } | null = null;
  for (const sentence of sentences) {
    const text = textOf(sentence, voice);
    const joined: string | null =
      joinable && joinable.agent === sentence.agent && random.next() < 0.5
        ? join(joinable.text, text, sentence)
        : null;
    if (joined) texts[texts.length - 1] = capitalised(joined);
    else texts.push(capitalised(text));
    joinable = joined || !sentence.template.startsWith("{A} ") ? null : { agent: sentence.agent, text };
  }
  return texts.join(" ");
}

/** "Ann picked 14 apples" and "She gave 5 away" share their subject. */
function join(first: string, second: string, { agent, template }: Sentence): string | null {
  const subject = [agent.pronoun.subject, agent.name].find((word) => second.startsWith(`${word} `));
  if (!subject || !template.startsWith("{A} ") || first.length > longest || second.length > longest)
    return null;
  if (/ and | each |,/.test(first) || / and /.test(second)) return null;
  if (
    verbAfter(subject, second) === verbAfter(agent.name, first) ||
    verbAfter(subject, second) === verbAfter(agent.pronoun.subject, first)
  )
    return null;
  return `${first.replace(/\.$/, "")} and ${second.slice(subject.length + 1)}`;
}

/** The verb that follows a subject; the empty text where the sentence begins otherwise. */
function verbAfter(subject: string, text: string): string {
  return text.startsWith(`${subject} `) ? (text.slice(subject.length + 1).split(" ")[0] ?? "") : "";
}
