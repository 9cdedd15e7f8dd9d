import { noun } from "../language/noun.ts";
import { range } from "../retell/value.ts";
import type { Recipient, Trait, Unit } from "../retell/vocabulary.ts";

type Details = Partial<Omit<Unit, "noun" | "kind">> & Pick<Unit, "obtain">;

const nothingSpecial = {
  kept: true,
  lasting: false,
  varieties: [],
  origins: [],
  statements: [],
  gains: [],
  losses: [],
  lostShares: [],
  needs: [],
  traits: [],
  recipients: [],
  larger: [],
};

/** Things that are counted. */
export function things(one: string, details: Details): Unit {
  const named = noun(one);
  return {
    noun: named,
    kind: "things",
    collective: named.many,
    amounts: range(8, 60),
    most: 1500,
    ...nothingSpecial,
    ...details,
  };
}

/** Dollars. */
export function money(details: Details): Unit {
  const amounts = [...range(12, 95), ...range(20, 300, 5)];
  return {
    noun: noun("dollar"),
    kind: "money",
    collective: "money",
    amounts,
    most: 6000,
    ...nothingSpecial,
    ...details,
  };
}

/** Minutes, hours, days, weeks. */
export function time(one: string, details: Details): Unit {
  const named = noun(one);
  return {
    noun: named,
    kind: "time",
    collective: named.many,
    amounts: range(2, 12),
    most: 60,
    ...nothingSpecial,
    lasting: one !== "hour" && one !== "minute",
    ...details,
  };
}

/** "some of the apples were ripe", "the ripe apples", "some of the apples were not ripe". */
export function trait(predicate: string, negated: string, part: string): Trait {
  return { predicate, negated, part };
}

/** Someone with whom something is shared. */
export function person(one: string): Recipient {
  return { noun: noun(one), person: true };
}

/** A shop, a school, a team with which something is shared. */
export function place(one: string): Recipient {
  return { noun: noun(one), person: false };
}

export const minutesInHour = { noun: noun("hour"), factor: 60 };
export const daysInWeek = { noun: noun("week"), factor: 7 };
export const weeksInYear = { noun: noun("year"), factor: 52 };

/** "3 dozen eggs". */
export function dozen(many: string) {
  return { noun: { one: `dozen ${many}`, many: `dozen ${many}` }, factor: 12 };
}
