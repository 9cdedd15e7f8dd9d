import type { Term } from "../chain/calculation.ts";
import type { Agent } from "../language/agent.ts";
import { type Noun, qualify } from "../language/noun.ts";
import { dollars, fractionWords, inDigits, inWords, timesWord } from "../language/number-text.ts";
import type { Word } from "./sentence.ts";
import type { Link, Unit } from "./vocabulary.ts";
import type { Voice } from "./voice.ts";

/** "24", or "four" where small numbers are spelled out. */
export function figure(value: number, voice: Voice): string {
  return voice.spelled && value <= 12 ? inWords(value) : inDigits(value);
}

/** A stated amount: "24 red apples", "$24". */
export function amountWord(term: Term, unit: Unit, variety: string | null): Word {
  return (voice) => quantity(numberOf(term, voice), unit, variety, voice);
}

/** What is more: "5 more red apples", "$5 more". */
export function moreWord(term: Term, unit: Unit, variety: string | null): Word {
  return comparative(term, unit, variety, "more", "more");
}

/** What is missing: "5 fewer red apples", "$5 less". */
export function fewerWord(term: Term, unit: Unit, variety: string | null): Word {
  return comparative(term, unit, variety, "fewer", "less");
}

function comparative(
  term: Term,
  unit: Unit,
  variety: string | null,
  ofThings: string,
  ofMoney: string,
): Word {
  return (voice) => {
    const value = numberOf(term, voice);
    if (unit.kind === "money") return `${dollars(value)} ${ofMoney}`;
    return `${figure(value, voice)} ${ofThings} ${nounFor(value, nounOf(unit, variety))}`;
  };
}

/** "twice", "three times". */
export function timesOf(term: Term): Word {
  return (voice) => timesWord(numberOf(term, voice));
}

/** What dividing by a number leaves: "half", "one third". */
export function fractionOf(term: Term): Word {
  return (voice) => fractionWords(1, numberOf(term, voice));
}

/** "25%", "two thirds". */
export function shareWord(term: Term): Word {
  return (voice) => {
    const { numerator, denominator } = shareValue(term, voice);
    return denominator === 100 ? `${numerator}%` : fractionWords(numerator, denominator);
  };
}

export function figureWord(term: Term): Word {
  return (voice) => figure(numberOf(term, voice), voice);
}

/** "as many red apples", "as much money". */
export function asManyWord(unit: Unit, variety: string | null): string {
  return unit.kind === "money" ? "as much money" : `as many ${nounOf(unit, variety).many}`;
}

/** "How many red apples", "How much money". */
export function howManyWord(unit: Unit, variety: string | null): string {
  return unit.kind === "money" ? "how much money" : `how many ${nounOf(unit, variety).many}`;
}

export function agentWord(agent: Agent): Word {
  return (voice) => voice.mention(agent);
}

export function possessiveWord(agent: Agent): Word {
  return (voice) => voice.possessive(agent);
}

export function fixed(text: string): Word {
  return () => text;
}

/** "red apples", "money". */
export function collectiveOf({ collective }: Unit, variety: string | null): string {
  return variety === null ? collective : `${variety} ${collective}`;
}

/** The `one` of a link, as it is called there. */
export function labelled({ one, label }: Link): Unit {
  return { ...one, noun: label };
}

export function nounOf(unit: Unit, variety: string | null): Noun {
  return qualify(variety, unit.noun);
}

/** "24 red apples", "$24", "one crate". */
export function quantity(value: number, unit: Unit, variety: string | null, voice: Voice): string {
  if (unit.kind === "money") return dollars(value);
  return `${figure(value, voice)} ${nounFor(value, nounOf(unit, variety))}`;
}

export function nounFor(value: number, { one, many }: Noun): string {
  return value === 1 ? one : many;
}

export function numberOf(term: Term, voice: Voice): number {
  const value = voice.numberFor(term);
  if (typeof value !== "number") throw new TypeError("A share is told as an amount.");
  return value;
}

function shareValue(term: Term, voice: Voice) {
  const value = voice.numberFor(term);
  if (typeof value === "number") throw new TypeError("An amount is told as a share.");
  return value;
}
