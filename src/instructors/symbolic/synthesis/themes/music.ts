import { people } from "../language/agent.ts";
import { noun } from "../language/noun.ts";
import { range } from "../retell/value.ts";
import type { Theme } from "../retell/vocabulary.ts";
import { link, pace, purchase } from "./links/index.ts";
import { weekdays } from "./times.ts";
import { daysInWeek, minutesInHour, money, person, things, time } from "./units.ts";

const minute = time("minute", {
  kept: false,
  obtain: ["practice for"],
  amounts: range(15, 90, 5),
  most: 2400,
  larger: [minutesInHour],
  origins: ["on the piano", "on the violin", "on the flute", "on the drums"],
  gains: ["After dinner, {A} <practice> for {more}."],
  needs: ["{A} <want> to practice for {n} before the concert."],
});

const piece = things("piece", {
  kept: false,
  obtain: ["play", "rehearse"],
  amounts: range(3, 15),
  most: 120,
  varieties: ["short", "long", "slow", "fast"],
  gains: ["Later, {A} <play> {more}."],
  needs: ["{A} <have> to prepare {n} for a concert."],
});

const dollar = money({
  obtain: ["earn", "make"],
  amounts: [...range(15, 90), ...range(20, 250, 5)],
  most: 5000,
  origins: ["from a street concert", "from tuning pianos", "from a wedding", "from teaching"],
  gains: ["After a concert, a listener <give/1> {him} a tip of {n}."],
  losses: [
    "{A} <spend> {n} on new strings.",
    "{A} <pay> {n} for a repair.",
    "{A} <spend> {n} on concert clothes.",
  ],
  lostShares: [
    "{A} <put> {share} of {all} aside for a better violin.",
    "{A} <give> {share} of {all} to a music school.",
  ],
  needs: ["{A} <want> to buy a drum kit for {n}.", "{A} <need> {n} for a music camp."],
  recipients: [person("bandmate"), person("singer")],
});

const day = time("day", { obtain: ["practice for"], larger: [daysInWeek] });
const lesson = things("lesson", {
  kept: false,
  obtain: ["give"],
  amounts: range(3, 20),
  most: 150,
  varieties: ["piano", "guitar", "singing"],
  gains: ["Then {A} <give> {more}."],
});
const score = things("music book", { obtain: ["buy"] });

export const music: Theme = {
  id: "music",
  agents: people,
  openings: [
    "{A} <play> in a small orchestra.",
    "There <be/1> a concert at the end of the month, and {A} <get> ready for it.",
  ],
  units: [minute, piece, lesson, dollar],
  links: [
    link(
      piece,
      minute,
      {
        both: ["{A} <rehearse> {c} for {r} each.", "{A} <practice> {c} and <spend> {r} on each of them."],
        rate: ["{A} <spend> {r} on each of {all}.", "Each of {all} <take/1> {him} {r}."],
        fact: ["One piece <last/1> {r}."],
        count: ["{A} <play> {c}."],
        kinds: {
          adjectives: [["short", "long"]],
          more: ["{abase} <last/1> {r}, and {aother} <last/1> {d}."],
          times: ["{abase} <last/1> {r}, and {aother} <last/1> {k} as long."],
        },
      },
      { rates: range(4, 30), counts: range(3, 12) },
    ),
    link(
      lesson,
      dollar,
      {
        both: ["{A} <give> {c} for {r} each.", "{A} <give> {c}, and every student <pay/1> {r}."],
        rate: ["{A} <get> {r} for each of {all}."],
        fact: ["A lesson <cost/1> {r}."],
        count: ["{A} <give> {c}."],
        reach: {
          tell: ["{A} <get> {r} for each lesson."],
          rated: [],
          ask: ["How many lessons <do> {A} have to give for {goal}?"],
          step: ["{A} <have> to give {calc}."],
        },
        changes: {
          up: ["A lesson usually <cost/1> {r}, but on weekends {A} <ask> {d} more."],
          down: ["A lesson usually <cost/1> {r}, but beginners <get/2> {d} off."],
          upShare: ["A lesson usually <cost/1> {r}, but on weekends {A} <ask> {share} more."],
          downShare: ["A lesson usually <cost/1> {r}, but beginners <get/2> {share} off."],
          count: ["{A} <give> {c} at this price."],
          join: ["{A} <give> all of {all} at this price."],
        },
      },
      { rates: range(12, 45), counts: range(3, 15) },
    ),
    pace(day, minute, { rates: range(20, 90, 5), counts: range(3, 10) }),
    purchase(score, dollar, ["{A} <buy> {c} for {r} each."], {
      rates: range(6, 25),
      counts: range(2, 6),
      label: noun("music book"),
    }),
  ],
  times: weekdays,
};
