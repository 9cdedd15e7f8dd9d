import { people } from "../language/agent.ts";
import { noun } from "../language/noun.ts";
import { range } from "../retell/value.ts";
import type { Link, Theme, Unit } from "../retell/vocabulary.ts";
import { link } from "./links/index.ts";
import { weekdays } from "./times.ts";
import { money, things } from "./units.ts";

const dollar = money({
  kept: false,
  obtain: ["spend"],
  amounts: [...range(5, 60), ...range(10, 100, 5)],
  most: 2000,
  origins: ["on a coat", "on vegetables", "on a haircut", "on a cake", "on flowers"],
  statements: ["{A's} bill at the bookstore <come/1> to {n}."],
  gains: ["Then {A} <pay> {more} for a taxi home."],
});

/** Things to buy; a story seldom needs more than three kinds. */
const goods: readonly [name: string, prices: readonly number[], kinds: readonly [string, string] | null][] = [
  ["notebook", [1.5, 2, 2.5, 3, 4, 5], ["thin", "thick"]],
  ["candle", range(3, 12), ["small", "large"]],
  ["pillow", range(8, 30), ["cotton", "feather"]],
  ["plant pot", range(4, 18), ["clay", "ceramic"]],
  ["towel", range(5, 20), ["hand", "bath"]],
  ["light bulb", range(2, 9), null],
];

const units = goods.map(([name]) =>
  things(name, { obtain: ["buy"], amounts: range(2, 12), most: 80, gains: ["Then {A} <buy> {more}."] }),
);

export const shopping: Theme = {
  id: "shopping",
  agents: people,
  openings: ["{A} <move> into a new apartment.", "{A} <go> shopping downtown."],
  units: [dollar],
  links: goods.map(([, prices, kinds], index) => purchase(units[index]!, prices, kinds)),
  times: weekdays,
};

function purchase(one: Unit, rates: readonly number[], kinds: readonly [string, string] | null): Link {
  const good = noun(one.noun.one);
  return link(
    one,
    dollar,
    {
      both: [
        "{A} <buy> {c} for {r} each.",
        "{A} <buy> {c} at {r} apiece.",
        `{A} <buy> {c}, and each ${good.one} <cost/1> {r}.`,
      ],
      rate: ["Each of {all} <cost/1> {r}.", "{A} <pay> {r} for each of {all}."],
      fact: [`One ${good.one} <cost/1> {r}.`],
      count: ["{A} <buy> {c}."],
      join: ["{A} <pay> this price for each of {all}."],
      example: ["{c} of the same kind <cost/2> {x} together."],
      likewise: ["{A} <buy> {c} at this price."],
      kinds: kinds && {
        adjectives: [kinds],
        more: ["{abase} <cost/1> {r}, and {aother} <cost/1> {d}."],
        times: ["{abase} <cost/1> {r}, and {aother} <cost/1> {k} as much."],
      },
      changes: {
        up: ["{aone} cost {r} last year, but the price has gone up by {d}."],
        down: ["{aone} usually <cost/1> {r}, but in the sale it <be/1> {d} cheaper."],
        upShare: ["{aone} cost {r} last year, but the price has gone up by {share}."],
        downShare: ["{aone} usually <cost/1> {r}, but in the sale it <be/1> {share} off."],
        count: ["{A} <buy> {c} at this new price."],
        join: ["{A} <pay> the new price for each of {all}."],
      },
      ask: [],
    },
    { rates, counts: range(2, 12) },
  );
}
