import { people } from "../language/agent.ts";
import { range } from "../retell/value.ts";
import type { Theme } from "../retell/vocabulary.ts";
import { link, pace, purchase, wage } from "./links/index.ts";
import { months } from "./times.ts";
import { money, person, place, things, time, weeksInYear } from "./units.ts";

const dollar = money({
  obtain: ["earn"],
  amounts: [...range(15, 90), ...range(20, 300, 5)],
  most: 5000,
  origins: [
    "from babysitting",
    "from a birthday",
    "from walking dogs",
    "from selling old toys",
    "from tutoring",
  ],
  statements: ["{A} <have> {n} in a piggy bank.", "There <be/1> {n} in {A's} savings account."],
  gains: ["{A's} uncle <add/1> a present of {n}.", "Then {A} <find> {more} in an old coat."],
  losses: [
    "{A} <spend> {n} on a birthday present.",
    "{A} <pay> {n} for a phone repair.",
    "{A} <lend> {n} to a friend.",
    "{A} <spend> {n} on train tickets.",
    "{A} <buy> a backpack for {n}.",
  ],
  lostShares: [
    "{A} <give> {share} of {all} to a food bank.",
    "{A} <spend> {share} of {all} on clothes.",
    "{A} <put> {share} of {all} aside for college.",
  ],
  needs: [
    "{A} <want> to buy a guitar that <cost/1> {n}.",
    "{A} <save> for a tablet that <cost/1> {n}.",
    "{A} <need> {n} for a summer camp.",
  ],
  recipients: [person("cousin"), place("charity"), person("grandchild")],
});

const lawn = things("lawn", {
  kept: false,
  obtain: ["mow"],
  amounts: range(3, 20),
  most: 120,
  varieties: ["small", "large"],
  gains: ["Later, {A} <mow> {more}."],
  losses: [],
  needs: [],
});

const car = things("car", {
  kept: false,
  obtain: ["wash"],
  amounts: range(4, 24),
  most: 150,
  gains: ["After that, {A} <wash> {more}."],
});

const week = time("week", { larger: [weeksInYear], obtain: ["work for"], amounts: range(3, 20), most: 104 });
const hour = time("hour", { obtain: ["work"] });
const shirt = things("shirt", { obtain: ["buy"] });
const ticket = things("movie ticket", { obtain: ["buy"] });

export const savings: Theme = {
  id: "savings",
  agents: people,
  openings: ["{A} <try> to save some money.", "{A} <do> odd jobs in the neighborhood."],
  units: [dollar, lawn, car],
  links: [
    link(
      lawn,
      dollar,
      {
        both: ["{A} <mow> {c} for {r} each.", "{A} <get> {r} for every lawn and <mow> {c}."],
        rate: ["For each of {all}, {A} <get> {r}."],
        fact: ["Mowing a lawn <bring/1> in {r}."],
        count: ["{A} <mow> {c}."],
        reach: {
          tell: ["{A} <can> earn {r} for each lawn."],
          rated: [],
          ask: ["How many lawns <do> {A} have to mow for {goal}?"],
          step: ["{A} <have> to mow {calc}."],
        },
        kinds: {
          adjectives: [["small", "large"]],
          more: ["{abase} <bring/1> in {r}, and {aother} <bring/1> in {d}."],
          times: ["{abase} <bring/1> in {r}, and {aother} <bring/1> in {k} as much."],
        },
        ask: [],
      },
      { rates: range(8, 30), counts: range(3, 15) },
    ),
    link(
      car,
      dollar,
      {
        both: ["{A} <wash> {c} for {r} each.", "{A} <wash> {c}, and every owner <pay/1> {r}."],
        rate: ["The owners <pay/2> {him} {r} for each of {all}."],
        fact: ["A car wash <bring/1> in {r}."],
        count: ["{A} <wash> {c}."],
        changes: {
          up: ["{A} usually <wash> a car for {r}, but for muddy cars {A} <ask> {d} more."],
          down: ["{A} usually <wash> a car for {r}, but neighbors <get/2> it {d} cheaper."],
          upShare: ["{A} usually <wash> a car for {r}, but for muddy cars {A} <ask> {share} more."],
          downShare: ["{A} usually <wash> a car for {r}, but neighbors <get/2> {share} off."],
          count: ["{A} <wash> {c} at this price."],
          join: [],
        },
      },
      { rates: range(5, 20), counts: range(3, 15) },
    ),
    pace(week, dollar, { rates: range(6, 40), counts: range(3, 16) }),
    wage(hour, dollar),
    purchase(shirt, dollar, ["{A} <buy> {c} for {r} each."], {
      rates: range(6, 25),
      counts: range(2, 5),
    }),
    purchase(ticket, dollar, ["{A} <pay> for {c} at {r} each."], {
      rates: range(6, 15),
      counts: range(2, 6),
    }),
  ],
  times: months,
};
