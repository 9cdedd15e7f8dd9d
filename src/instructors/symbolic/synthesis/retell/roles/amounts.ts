import type { Term } from "../../chain/calculation.ts";
import type { Word } from "../sentence.ts";
import type { Bearer, Story, Told, ToldRate } from "../story.ts";
import { question, remember, step } from "../telling.ts";
import type { Link, Template, Unit } from "../vocabulary.ts";
import { collectiveOf } from "../words.ts";

/** An amount that was obtained and is still whole: "Ann's red apples". */
export function freshAmount(story: Story, unit: Unit, bearer: Bearer): Told {
  return {
    unit,
    bearer,
    state: "fresh",
    phrase: ownPhrase(unit, bearer),
    ask: question(story, unit, bearer, ["{howMany} <do> {A} <obtain/base>{when}?"]),
  };
}

/** "Ann's red apples", "her money". */
export function ownPhrase(unit: Unit, { agent, variety }: Bearer): Word {
  const things = collectiveOf(unit, variety);
  return (voice) => `${voice.possessive(agent)} ${things}`;
}

/** Ends a reading that gives a fresh amount: its line of the solution, its bounds, its place in memory. */
export function obtained(
  story: Story,
  index: number,
  unit: Unit,
  bearer: Bearer,
  templates: readonly Template[] = ["{A} <obtain> {calc}{when}."],
): Told {
  step(story, index, unit, bearer, templates);
  return remember(story, resultOf(index), freshAmount(story, unit, bearer));
}

export function resultOf(calculation: number): Term {
  return { kind: "result", calculation };
}

/** A rate that was told, to go on with as its link does. */
export function rateOf(link: Link, special: Partial<ToldRate> = {}): ToldRate {
  const { count, join, ask, step: lines } = link.text;
  return { link, count, join, ask, step: lines, kind: null, obeys: null, ...special };
}
