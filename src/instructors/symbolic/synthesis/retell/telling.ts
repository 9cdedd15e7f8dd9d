import { type Term, termKey, usesOf } from "../chain/calculation.ts";
import type { Words } from "./sentence.ts";
import type { Bearer, Bounds, Question, Ruling, Story, Told, ToldRate } from "./story.ts";
import type { Choices } from "./value.ts";
import type { Link, Template, Unit } from "./vocabulary.ts";
import { asManyWord, collectiveOf, fixed, howManyWord, nounOf, possessiveWord } from "./words.ts";

/** Adds a sentence in one of several wordings, none of which the story has used; false where none is left. */
export function say(
  story: Story,
  unit: Unit,
  bearer: Bearer,
  templates: readonly Template[],
  words: Words = {},
): boolean {
  const unused = templates.filter((template) => !story.state.used.has(template));
  if (unused.length === 0) return false;
  const template = story.random.pick(unused);
  const sentence = {
    template: withVerb(story, template, unit),
    agent: bearer.agent,
    time: bearer.time,
    words: { ...wordsOf(unit, bearer), ...words },
  };
  const { state } = story;
  story.state = { ...state, sentences: [...state.sentences, sentence], used: markUsed(state.used, template) };
  return true;
}

/** General wordings ("She picked ...") may come again; sentences about one event may not. */
function markUsed(used: ReadonlySet<Template>, template: Template): ReadonlySet<Template> {
  return template.includes("<obtain>") ? used : new Set([...used, template]);
}

/** Adds the line of the solution for a calculation, and its bounds; `{calc}` is the calculation with its result. */
export function step(
  story: Story,
  calculation: number,
  unit: Unit,
  bearer: Bearer,
  templates: readonly Template[],
  words: Words = {},
  bounds: Bounds = boundsOf(unit),
): void {
  const sentence = {
    template: withVerb(story, story.random.pick(templates), unit),
    agent: bearer.agent,
    time: bearer.time,
    words: { ...wordsOf(unit, bearer), ...words },
  };
  const { state } = story;
  story.state = {
    ...state,
    steps: [...state.steps, { calculation, unit, variety: bearer.variety, sentence }],
    bounds: new Map(state.bounds).set(calculation, bounds),
  };
}

/** A question for an amount, with the words of its unit. */
export function question(
  story: Story,
  unit: Unit,
  bearer: Bearer,
  templates: readonly Template[],
  words: Words = {},
): Question {
  return {
    templates: templates.map((template) => withVerb(story, template, unit)),
    words: { ...wordsOf(unit, bearer), ...words },
    agent: bearer.agent,
  };
}

function withVerb({ verbs }: Story, template: Template, unit: Unit): Template {
  return template.replaceAll("<obtain", `<${verbs.get(unit)}`);
}

function wordsOf(unit: Unit, { agent, time, variety, origin }: Bearer): Words {
  const { one, many } = nounOf(unit, variety);
  return {
    unit: fixed(one),
    units: fixed(many),
    things: fixed(collectiveOf(unit, variety)),
    asMany: fixed(asManyWord(unit, variety)),
    howMany: fixed(howManyWord(unit, variety)),
    when: fixed([origin, time].map((words) => (words === null ? "" : ` ${words}`)).join("")),
    owner: possessiveWord(agent),
  };
}

/** Remembers what a term became. */
export function remember(story: Story, term: Term, told: Told): Told {
  story.state = { ...story.state, amounts: new Map(story.state.amounts).set(termKey(term), told) };
  return told;
}

export function rememberRate(story: Story, term: Term, told: ToldRate): ToldRate {
  story.state = { ...story.state, rates: new Map(story.state.rates).set(termKey(term), told) };
  return told;
}

/** Notes that all of an amount is used; false where it was used before: nobody gives away what is sold. */
export function useUp(story: Story, term: Term): boolean {
  if (isUsedUp(story, term)) return false;
  story.state = { ...story.state, usedUp: new Set(story.state.usedUp).add(termKey(term)) };
  return true;
}

export function isUsedUp(story: Story, term: Term): boolean {
  return story.state.usedUp.has(termKey(term));
}

/** Gives a stated number its place and its choices; false where it has one already, or is no plain number. */
export function place(story: Story, term: Term, choices: Choices): boolean {
  if (!isOpenNumber(story, term) || term.kind !== "number") return false;
  story.state = { ...story.state, choices: new Map(story.state.choices).set(term.number, choices) };
  return true;
}

/** Whether a term is a plain number that the story has not stated yet. */
export function isOpenNumber(story: Story, term: Term): boolean {
  return term.kind === "number" && !isShare(story, term.number) && !story.state.choices.has(term.number);
}

function isShare({ graph }: Story, number: number): boolean {
  return ["percent", "fraction"].includes(graph.numbers[number]!.form);
}

/** Whether a term is a number to be stated here and nowhere else. */
export function isOwnNumber(story: Story, term: Term): boolean {
  return isOpenNumber(story, term) && usesOf(story.graph, term) === 1;
}

/** Notes a rate; false where it would contradict another: if each crate holds 12 apples, no crate holds 15. */
export function rule(story: Story, link: Link, { agent }: Bearer, holdsFor: Ruling["holdsFor"]): boolean {
  const ruling: Ruling = { link, agent, holdsFor };
  const { rulings } = story.state;
  if (rulings.some((other) => contradict(ruling, other))) return false;
  story.state = { ...story.state, rulings: [...rulings, ruling] };
  return true;
}

function contradict(a: Ruling, b: Ruling): boolean {
  if (a.link !== b.link) return false;
  if (a.holdsFor === "everybody" || b.holdsFor === "everybody") return true;
  return a.agent === b.agent && (a.holdsFor === "agent" || b.holdsFor === "agent");
}

/** Gives a percentage or fraction its place; false where it has one already, or is an amount. */
export function placeShare(
  story: Story,
  term: Term,
  choices: Record<"percent" | "fraction", Choices>,
): boolean {
  if (term.kind !== "number" || story.state.choices.has(term.number)) return false;
  const { form } = story.graph.numbers[term.number]!;
  if (form !== "percent" && form !== "fraction") return false;
  story.state = { ...story.state, choices: new Map(story.state.choices).set(term.number, choices[form]) };
  return true;
}

/** The bounds of an amount of a unit. */
function boundsOf(unit: Unit): Bounds {
  return { least: unit.kind === "money" ? 1 : 2, most: unit.most, cents: unit.kind === "money" };
}
