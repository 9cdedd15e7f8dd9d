import { people } from "../language/agent.ts";
import { range } from "../retell/value.ts";
import type { Theme } from "../retell/vocabulary.ts";
import { link, pace, purchase } from "./links/index.ts";
import { weekdays } from "./times.ts";
import { daysInWeek, money, things, time } from "./units.ts";

const mile = things("mile", {
  kept: false,
  obtain: ["ride"],
  amounts: range(6, 60),
  most: 1500,
  origins: ["along the river", "through the forest", "in the hills", "in the city"],
  gains: ["After a break, {A} <ride> {more}."],
  needs: ["{A} <plan> a bicycle tour of {n}.", "{A} <want> to ride {n} this month."],
  losses: [],
});

const lap = things("lap", {
  kept: false,
  obtain: ["ride", "complete"],
  amounts: range(4, 30),
  most: 300,
  gains: ["After a drink of water, {A} <ride> {more}."],
  needs: ["{A} <want> to complete {n} before dark."],
});

const dollar = money({
  obtain: ["raise", "collect"],
  amounts: [...range(15, 90), ...range(20, 250, 5)],
  origins: ["from an aunt", "from a bike shop", "from neighbors", "from the cycling club"],
  gains: ["A newspaper <add/1> a donation of {n}."],
  losses: ["{A} <spend> {n} on a new tire.", "{A} <pay> {n} for repairs.", "{A} <spend> {n} on a helmet."],
  lostShares: [
    "{A} <give> {share} of {all} to a children's hospital.",
    "{A} <spend> {share} of {all} on spare parts.",
  ],
  needs: ["{A} <want> to raise {n} for a charity."],
});

const day = time("day", { obtain: ["ride for"], larger: [daysInWeek] });
const hour = time("hour", { obtain: ["ride for"] });
const tube = things("inner tube", { obtain: ["buy"] });

export const cycling: Theme = {
  id: "cycling",
  agents: people,
  openings: ["{A} <get> a new bicycle.", "A charity ride <take/1> place in town, and {A} <take> part."],
  units: [mile, lap, dollar],
  links: [
    link(
      lap,
      mile,
      {
        both: ["{A} <ride> {c} of {r} each.", "{A} <complete> {c} on a track that <be/1> {r} long."],
        rate: ["Each of {all} <be/1> {r} long."],
        fact: ["One lap around the lake <be/1> {r} long."],
        count: ["{A} <ride> {c}."],
        example: ["{c} around the lake <be/2> {x} long."],
        likewise: ["{A} <ride> {c} around this lake."],
        wanted: ["{A} <want> to ride {c} of {r} each."],
        reach: {
          tell: ["One lap around the lake <be/1> {r} long."],
          rated: [],
          ask: ["How many laps <do> {A} have to ride for {goal}?"],
          step: ["{A} <have> to ride {calc}."],
        },
        kinds: {
          adjectives: [["short", "long"]],
          more: ["{abase} <be/1> {r} long, and {aother} <be/1> {d}."],
          times: ["{abase} <be/1> {r} long, and {aother} <be/1> {k} as long."],
        },
      },
      { rates: range(2, 9), counts: range(3, 15) },
    ),
    link(
      mile,
      dollar,
      {
        both: [
          "{A} <ride> {c}, and a sponsor <pay/1> {r} for every mile.",
          "For each of {c}, {A} <get> {r} from a sponsor.",
        ],
        rate: ["A sponsor <pay/1> {him} {r} for every mile."],
        fact: ["The riders <get/2> {r} for every mile."],
        count: ["{A} <ride> {c}."],
        join: [],
        changes: null,
        reach: {
          tell: ["A sponsor <pay/1> {him} {r} for every mile."],
          rated: [],
          ask: ["How many miles <do> {A} have to ride for {goal}?"],
          step: ["{A} <have> to ride {calc}."],
        },
      },
      { rates: [1.5, 2, 2.5, 3, 4, 5, 6], counts: range(8, 60) },
    ),
    pace(hour, mile, { rates: range(8, 18), counts: range(2, 7) }),
    pace(day, mile, { rates: range(8, 45), counts: range(3, 10) }),
    purchase(tube, dollar, ["{A} <buy> {c} for {r} each."], {
      rates: range(4, 12),
      counts: range(2, 5),
    }),
  ],
  times: weekdays,
};
