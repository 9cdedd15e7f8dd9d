import { people } from "../language/agent.ts";
import { noun } from "../language/noun.ts";
import { range } from "../retell/value.ts";
import type { Theme } from "../retell/vocabulary.ts";
import { containers, link, outlay, purchase, sale } from "./links/index.ts";
import { weekdays } from "./times.ts";
import { dozen, money, person, place, things, trait } from "./units.ts";

const egg = things("egg", {
  obtain: ["collect", "gather"],
  amounts: range(14, 120),
  most: 3000,
  varieties: ["brown", "white", "speckled"],
  statements: ["There <be/2> {n} in {A's} henhouse."],
  gains: ["In the evening, {A} <find> {more} in the straw.", "A neighboring farm <bring/1> {him} {more}."],
  losses: [
    "{n} <crack/2> on the way to the kitchen.",
    "{A} <use> {n} for pancakes.",
    "{A} <give> {n} to the mail carrier.",
    "{A} <keep> {n} for hatching.",
    "A marten <take/1> {n}.",
  ],
  lostShares: ["{A} <deliver> {share} of {all} to an inn.", "{A} <use> {share} of {all} to make noodles."],
  needs: ["{A} <have> to deliver {n} to a hotel.", "{A} <need> {n} for the village breakfast."],
  traits: [
    trait("<have/2> two yolks", "<do/2> not have two yolks", "eggs with two yolks"),
    trait("<be/2> too small to sell", "<be/2> large enough to sell", "small eggs"),
  ],
  recipients: [place("household"), person("neighbor"), place("inn")],
  larger: [dozen("eggs")],
});

const hen = things("hen", {
  lasting: true,
  obtain: ["keep", "raise"],
  amounts: range(6, 60),
  most: 400,
  varieties: ["brown", "white", "black"],
  gains: ["In spring, {A} <buy> {more}."],
  losses: ["{A} <sell> {n} to another farm.", "{n} <run/2> away.", "{A} <give> {n} to a school farm."],
  lostShares: ["{A} <sell> {share} of {all}."],
  traits: [trait("<wear/2> a ring on one leg", "<wear/2> no ring", "ringed hens")],
});

const carton = things("carton", {
  obtain: ["fill", "pack"],
  amounts: range(3, 25),
  most: 200,
  gains: ["Later, {A} <fill> {more}."],
  losses: ["{A} <take> {n} to the bakery.", "{A} <give> {n} to the food bank."],
  lostShares: ["{A} <take> {share} of {all} to the bakery."],
  recipients: [place("shop")],
});

const dollar = money({
  obtain: ["earn", "make"],
  amounts: [...range(12, 90), ...range(20, 200, 5)],
  most: 3000,
  origins: ["from selling chicks", "from farm tours", "from selling honey"],
  gains: ["The village <pay/1> {him} a prize of {n}."],
  losses: ["{A} <spend> {n} on corn.", "{A} <pay> {n} for the vet.", "{A} <spend> {n} on a new fence."],
  lostShares: ["{A} <spend> {share} of {all} on feed.", "{A} <put> {share} of {all} aside for winter."],
  needs: ["{A} <want> to build a henhouse that <cost/1> {n}."],
});

const feed = things("sack of corn", { obtain: ["buy"] });
const inn = things("inn", { obtain: ["supply"] });

export const eggs: Theme = {
  id: "eggs",
  agents: people,
  openings: ["{A} <live> on a chicken farm.", "Every morning, {A} <open> the henhouse door."],
  units: [egg, hen, carton, dollar],
  links: [
    link(
      hen,
      egg,
      {
        both: ["{A} <keep> {c}, and each of them <lay/1> {r} a month.", "{A's} {c} <lay/2> {r} each."],
        rate: ["Each of {all} <lay/1> {r}."],
        fact: ["Each hen <lay/1> {r} a month."],
        count: ["{A} <keep> {c}."],
        example: ["{c} <lay/2> {x}, the same number each."],
        likewise: ["{A} <keep> {c} like these."],
        ask: ["How many eggs <do> {A's} hens lay?"],
        step: ["The hens <lay/2> {calc}."],
        kinds: {
          adjectives: [["young", "full-grown"]],
          more: ["{abase} <lay/1> {r}, and {aother} <lay/1> {d}."],
          times: [],
        },
      },
      { rates: range(8, 25), counts: range(4, 30), afterwards: true },
    ),
    containers(carton, egg, {
      sold: true,
      hold: "hold",
      fill: "fill",
      put: "put",
      preposition: "in",
      rates: [6, 10, 12, 15, 18, 20, 24, 30],
      counts: range(3, 20),
    }),
    sale(carton, dollar, {
      label: noun("carton of eggs"),
      rates: [2, 2.5, 3, 3.5, 4, 5, 6],
      counts: range(3, 25),
      kinds: [["small", "large"]],
    }),
    sale(egg, dollar, { rates: [0.25, 0.5, 0.75], counts: range(12, 80, 4) }),
    purchase(feed, dollar, ["{A} <buy> {c} for {r} each."], {
      rates: range(5, 18),
      counts: range(2, 8),
    }),
    outlay(inn, egg, ["{A} <deliver> {r} to each of {c}."], ["{A} <deliver> {calc}."], {
      rates: range(6, 24),
      counts: range(2, 5),
    }),
  ],
  times: weekdays,
};
