import type { Random } from "../../../foundation/random.ts";
import { capitalised, listed, tidy, withArticles, withDollarSigns } from "./english.ts";
import type { Narrator, Words } from "./narrator.ts";
import { asides, scenes } from "./scenes.ts";
import type { Template } from "./template.ts";

/**
 * One way to word a problem. Every fact is a clause in the present tense that can stand alone, follow "and" or "if", and
 * is given as a choice of templates; so is the question, which has no question mark.
 */
export interface Wording {
  /** Words in place of those that the skill draws, for a wording with things of its own. */
  readonly words: Words;
  /** Facts that later ones build on ("5 of them"): told first, in this order. */
  readonly opening: readonly (readonly Template[])[];
  /** Facts that are told in any order. */
  readonly details: readonly (readonly Template[])[];
  /** Facts that build on all others ("the rest is sold"): told last, in this order. */
  readonly closing: readonly (readonly Template[])[];
  readonly question: readonly Template[];
}

/** Tells a problem, with amounts of money as "5 dollars" or as "$5". */
export function tellStory(wording: Wording, narrator: Narrator, random: Random): string {
  const text = tellInWords(wording, narrator, random);
  return random.next() < 0.4 ? withDollarSigns(text) : text;
}

/** Perhaps a scene, the facts in sentences of their own or joined, and the question last or first. */
function tellInWords(
  { opening, details, closing, question }: Wording,
  narrator: Narrator,
  random: Random,
): string {
  const facts = [...opening, ...random.shuffle(details), ...closing].map((choice) => random.pick(choice));
  const tell = (templates: readonly Template[]) => templates.map((template) => narrator.tell(template));

  const scene = random.next() < 0.75 ? tell([random.pick(scenes)]) : [];
  const aside = random.next() < 0.2 ? [random.pick(asides)] : [];
  const asked = random.pick(question);
  switch (random.pick(forms)) {
    case "question last":
      return written([...scene, ...sentences(tell(facts), random), ...tell(aside)], narrator.tell(asked));
    case "last fact as a condition": {
      const told = sentences(tell(facts.slice(0, -1)), random);
      const condition = narrator.tell(facts.at(-1)!);
      return written([...scene, ...told, ...tell(aside)], `if ${condition}, ${narrator.tell(asked)}`);
    }
    case "question first": {
      const told = narrator.tell(asked);
      return written(scene, conditional(told, tell(facts)));
    }
    case "question before the last fact": {
      const told = sentences(tell(facts.slice(0, -1)), random);
      const asking = narrator.tell(asked);
      return written([...scene, ...told], conditional(asking, [narrator.tell(facts.at(-1)!)]));
    }
  }
}

/** The usual order counts double. */
const forms = [
  "question last",
  "question last",
  "last fact as a condition",
  "question first",
  "question before the last fact",
] as const;

/**
 * "How much is it if A, B and C?" A question that has a comma needs a second one: "What is it, in dollars, if A?"; and
 * where a condition holds an "and", each gets its own "if".
 */
function conditional(question: string, conditions: readonly string[]): string {
  const nested = conditions.length > 1 && conditions.some((condition) => condition.includes(" and "));
  const clauses = nested
    ? `if ${conditions.slice(0, -1).join(", if ")}, and if ${conditions.at(-1)}`
    : `if ${listed(conditions)}`;
  return `${question}${question.includes(",") ? "," : ""} ${clauses}`;
}

/** Joins some neighbours into one sentence. */
function sentences(clauses: readonly string[], random: Random): string[] {
  const joined: string[] = [];
  for (const clause of clauses) {
    const previous = joined.at(-1);
    const fits = previous !== undefined && !previous.includes(" and ") && !clause.includes(" and ");
    if (fits && random.next() < 0.35) joined[joined.length - 1] = `${previous}, and ${clause}`;
    else joined.push(clause);
  }
  return joined;
}

function written(told: readonly string[], question: string): string {
  const text = [...told.map((sentence) => `${sentence}.`), `${question}?`].map((sentence) =>
    capitalised(tidy(sentence)),
  );
  return withArticles(text.join(" "));
}
