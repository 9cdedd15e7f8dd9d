import { people } from "../language/agent.ts";
import { range } from "../retell/value.ts";
import type { Theme } from "../retell/vocabulary.ts";
import { link, pace, purchase, sale } from "./links/index.ts";
import { weekdays } from "./times.ts";
import { money, person, things, time, trait } from "./units.ts";

const bead = things("bead", {
  kept: false,
  obtain: ["use"],
  amounts: range(20, 150),
  most: 3000,
  varieties: ["glass", "wooden", "silver", "coral"],
  gains: ["Then {A} <use> {more}."],
});

const bracelet = things("bracelet", {
  obtain: ["make", "finish"],
  amounts: range(5, 40),
  most: 400,
  varieties: ["blue", "white", "green", "pink"],
  statements: ["There <be/2> {n} on {A's} table at the craft fair."],
  gains: ["During the holidays, {A} <make> {more}.", "{A's} cousin <make/1> {more} for {him}."],
  losses: [
    "{A} <give> {n} to friends.",
    "{n} <break/2> on the way to the fair.",
    "{A} <keep> {n} for later.",
    "{A} <donate> {n} to a raffle.",
  ],
  lostShares: ["{A} <give> {share} of {all} to relatives.", "A gift shop <take/1> {share} of {all}."],
  needs: ["{A} <want> to bring {n} to the craft fair.", "A shop <order/1> {n} from {him}."],
  traits: [
    trait("<have/2> a clasp", "<have/2> no clasp", "bracelets with a clasp"),
    trait("<be/2> made for children", "<be/2> not made for children", "children's bracelets"),
  ],
  recipients: [person("friend"), person("cousin"), person("teammate")],
});

const dollar = money({
  obtain: ["earn", "make"],
  amounts: [...range(10, 80), ...range(20, 200, 5)],
  most: 2500,
  origins: ["from a jewelry workshop", "from repairing necklaces", "from selling earrings"],
  gains: ["A happy customer <give/1> {him} a tip of {n}."],
  losses: [
    "{A} <pay> {n} for the stall at the fair.",
    "{A} <spend> {n} on wire.",
    "{A} <spend> {n} on a lamp.",
  ],
  lostShares: ["{A} <give> {share} of {all} to an animal shelter.", "{A} <spend> {share} of {all} on tools."],
  needs: ["{A} <want> to buy a jewelry bench for {n}."],
  recipients: [person("friend")],
});

const hour = time("hour", { obtain: ["work"] });
const spool = things("spool of thread", { obtain: ["buy"] });

export const beads: Theme = {
  id: "beads",
  agents: people,
  openings: [
    "{A} <make> jewelry in {A's} free time.",
    "There <be/1> a craft fair in town, and {A} <take> part.",
  ],
  units: [bracelet, bead, dollar],
  links: [
    link(
      bracelet,
      bead,
      {
        both: ["{A} <make> {c} with {r} each.", "{A} <make> {c}, and each one <take/1> {r}."],
        rate: ["Each of {all} <need/1> {r}.", "{A} <use> {r} for each of {all}."],
        fact: ["Every bracelet <need/1> {r}."],
        count: ["{A} <make> {c}."],
        wanted: ["{A} <want> to make {c}, each of which <need/1> {r}."],
        example: ["For {c} of the same kind, {A} <need> {x}."],
        likewise: ["{A} <get> an order for {c} of this kind."],
        kinds: {
          adjectives: [
            ["simple", "fancy"],
            ["child's", "woman's"],
          ],
          more: ["{abase} <take/1> {r}, and {aother} <take/1> {d}."],
          times: ["{abase} <take/1> {r}, and {aother} <take/1> {k} as many."],
        },
        parts: { tell: ["Each bracelet <be/1> made of {parts}."], labels: null },
        ask: ["How many beads <do> {A} need?"],
        step: ["{A} <need> {calc}."],
      },
      { rates: range(12, 40), counts: range(3, 20) },
    ),
    sale(bracelet, dollar, {
      rates: [...range(4, 18), 7.5],
      counts: range(3, 25),
      kinds: [
        ["short", "long"],
        ["plain", "engraved"],
      ],
    }),
    pace(hour, bracelet, { rates: range(2, 8), counts: range(2, 9) }),
    purchase(spool, dollar, ["{A} <buy> {c} for {r} each."], {
      rates: range(2, 7),
      counts: range(2, 6),
    }),
  ],
  times: weekdays,
};
