import { people } from "../language/agent.ts";
import { range } from "../retell/value.ts";
import type { Theme } from "../retell/vocabulary.ts";
import { link, outlay, purchase, sale } from "./links/index.ts";
import { months } from "./times.ts";
import { money, person, place, things, time, trait } from "./units.ts";

const stool = things("stool", {
  obtain: ["build", "make"],
  amounts: range(4, 30),
  most: 300,
  varieties: ["oak", "pine", "walnut", "maple"],
  statements: ["{n} <stand/2> finished in {A's} workshop."],
  gains: ["Before the holidays, {A} <build> {more}.", "{A's} apprentice <build/1> {more}."],
  losses: [
    "{A} <donate> {n} to a nursery school.",
    "{n} <be/2> damaged by a leaking roof.",
    "{A} <keep> {n} for the showroom.",
    "{A} <give> {n} to relatives.",
  ],
  lostShares: [
    "{A} <deliver> {share} of {all} to a restaurant.",
    "{A} <paint> {share} of {all} and <give> those away.",
  ],
  needs: ["A restaurant <order/1> {n} from {him}.", "{A} <want> to have {n} ready for the furniture fair."],
  traits: [
    trait("<be/2> painted", "<be/2> not painted", "painted stools"),
    trait("<have/2> three legs", "<do/2> not have three legs", "three-legged stools"),
  ],
  recipients: [place("café"), place("family")],
});

const screw = things("screw", {
  kept: false,
  obtain: ["use"],
  amounts: range(20, 120),
  most: 3000,
  varieties: ["short", "long", "brass"],
});

const hour = time("hour", { obtain: ["work"], amounts: range(3, 12), most: 200 });

const dollar = money({
  obtain: ["earn", "make"],
  origins: ["from repairs", "from a carving class", "from selling birdhouses", "from sharpening knives"],
  gains: ["A customer <pay/1> {him} an old bill of {n}."],
  losses: [
    "{A} <spend> {n} on glue and paint.",
    "{A} <pay> {n} for a saw blade.",
    "{A} <pay> {n} for heating.",
  ],
  lostShares: ["{A} <spend> {share} of {all} on wood.", "{A} <pay> {share} of {all} in taxes."],
  needs: ["{A} <want> to buy a lathe that <cost/1> {n}.", "{A} <need> {n} for a new workbench."],
  recipients: [person("apprentice"), person("carpenter")],
});

const board = things("board", { obtain: ["buy"] });
const customer = things("hotel", { obtain: ["supply"] });

export const woodshop: Theme = {
  id: "woodshop",
  agents: people,
  openings: ["{A} <be> a carpenter.", "In a small workshop behind the church, {A} <build> furniture."],
  units: [stool, screw, dollar, hour],
  links: [
    link(
      stool,
      screw,
      {
        both: ["{A} <build> {c} with {r} each.", "{A} <build> {c} and <use> {r} for each of them."],
        rate: ["Each of {all} <need/1> {r}."],
        fact: ["Every stool <need/1> {r}."],
        count: ["{A} <build> {c}."],
        wanted: ["{A} <want> to build {c}, each of which <need/1> {r}."],
        example: ["For {c} of the same kind, {A} <use> {x}."],
        likewise: ["{A} <get> an order for {c} of this kind."],
        kinds: {
          adjectives: [["plain", "folding"]],
          more: ["{abase} <need/1> {r}, and {aother} <need/1> {d}."],
          times: ["{abase} <need/1> {r}, and {aother} <need/1> {k} as many."],
        },
        parts: { tell: ["Each stool <need/1> {parts}."], labels: null },
        ask: ["How many screws <do> {A} need?"],
        step: ["{A} <need> {calc}."],
      },
      { rates: range(6, 24), counts: range(3, 20) },
    ),
    link(
      stool,
      hour,
      {
        both: [
          "{A} <build> {c} and <spend> {r} on each of them.",
          "{A} <make> {c}, and each one <take/1> {r}.",
        ],
        rate: ["Each of {all} <take/1> {him} {r}."],
        fact: ["One stool <take/1> {r} of work."],
        count: ["{A} <build> {c}."],
        wanted: [],
        parts: {
          tell: ["For each stool, {A} <need> {parts}."],
          labels: ["for sawing", "for sanding", "for painting", "for gluing"],
        },
        ask: ["How many hours of work <do/1> this take {him}?"],
        step: ["This <take/1> {calc}."],
      },
      { rates: range(2, 6), counts: range(3, 15) },
    ),
    sale(stool, dollar, { rates: range(18, 75), counts: range(2, 20), kinds: [["pine", "walnut"]] }),
    link(
      hour,
      dollar,
      {
        both: [
          "{A} <charge> {r} an hour and <work> {c}.",
          "For a repair job of {c}, {A} <charge> {r} an hour.",
        ],
        rate: ["{A} <charge> {r} for each hour of work."],
        fact: ["A carpenter <charge/1> {r} an hour."],
        count: ["{A} <work> {c} for a customer."],
        reach: {
          tell: ["{A} <charge> {r} an hour."],
          rated: [],
          ask: ["How many hours <do> {A} have to work for {goal}?"],
          step: ["{A} <have> to work {calc}."],
        },
      },
      { rates: range(15, 50), counts: range(2, 12) },
    ),
    purchase(board, dollar, ["{A} <buy> {c} at {r} apiece.", "{A} <spend> {r} on each of {c}."], {
      rates: range(4, 25),
      counts: range(2, 12),
    }),
    outlay(customer, stool, ["{A} <deliver> {r} to each of {c}."], ["{A} <deliver> {calc}."], {
      rates: range(2, 8),
      counts: range(2, 5),
    }),
  ],
  times: months,
};
