import { people } from "../language/agent.ts";
import { range } from "../retell/value.ts";
import type { Theme } from "../retell/vocabulary.ts";
import { link, purchase, sale } from "./links/index.ts";
import { months } from "./times.ts";
import { money, place, things, time, trait } from "./units.ts";

const scarf = things("scarf", {
  obtain: ["knit", "finish"],
  amounts: range(3, 24),
  most: 250,
  varieties: ["striped", "gray", "yellow", "red"],
  gains: ["Before winter, {A} <knit> {more}.", "{A's} mother <knit/1> {more} for the stall."],
  losses: [
    "{A} <give> {n} to nephews and nieces.",
    "Moths <ruin/2> {n}.",
    "{A} <donate> {n} to a shelter.",
    "{A} <unravel> {n} because of mistakes.",
  ],
  lostShares: ["{A} <donate> {share} of {all} to a shelter.", "{A} <mail> {share} of {all} to relatives."],
  needs: ["{A} <want> to knit {n} for a charity.", "A boutique <order/1> {n} from {him}."],
  traits: [
    trait("<have/2> fringes", "<have/2> no fringes", "scarves with fringes"),
    trait("<be/2> made for children", "<be/2> not made for children", "children's scarves"),
  ],
  recipients: [place("boutique"), place("shelter")],
});

const ball = things("ball of yarn", {
  kept: false,
  obtain: ["use"],
  amounts: range(6, 40),
  most: 500,
  gains: ["For a hat, {A} <use> {more}."],
});

const hour = time("hour", { obtain: ["knit for"], amounts: range(3, 14), most: 200 });

const dollar = money({
  obtain: ["earn", "make"],
  amounts: [...range(15, 90), ...range(20, 200, 5)],
  most: 4000,
  origins: ["from a knitting course", "from selling mittens", "from an online pattern"],
  gains: ["A collector <pay/1> {him} {n} for an old pattern book."],
  losses: ["{A} <pay> {n} for a market stall.", "{A} <spend> {n} on needles.", "{A} <spend> {n} on buttons."],
  lostShares: ["{A} <spend> {share} of {all} on wool.", "{A} <give> {share} of {all} to a charity."],
  needs: ["{A} <want> to buy a spinning wheel for {n}."],
});

const basket = things("wool basket", { obtain: ["buy"] });

export const knitting: Theme = {
  id: "knitting",
  agents: people,
  openings: ["{A} <sell> woolen things at the winter market.", "The evenings <be/2> long, and {A} <knit>."],
  units: [scarf, ball, dollar, hour],
  links: [
    link(
      scarf,
      ball,
      {
        both: ["{A} <knit> {c} from {r} each.", "{A} <knit> {c} and <use> {r} for each of them."],
        rate: ["Each of {all} <take/1> {r}."],
        fact: ["One scarf <take/1> {r}."],
        count: ["{A} <knit> {c}."],
        wanted: ["{A} <want> to knit {c}, each of which <take/1> {r}."],
        example: ["For {c} of the same length, {A} <use> {x}."],
        likewise: ["{A} <plan> to knit {c} of this length."],
        pack: null,
        kinds: {
          adjectives: [
            ["short", "long"],
            ["plain", "cable-knit"],
          ],
          more: ["{abase} <take/1> {r}, and {aother} <take/1> {d}."],
          times: ["{abase} <take/1> {r}, and {aother} <take/1> {k} as many."],
        },
        ask: ["How many balls of yarn <do> {A} need?"],
        step: ["{A} <need> {calc}."],
      },
      { rates: range(2, 6), counts: range(3, 15) },
    ),
    link(
      scarf,
      hour,
      {
        both: ["{A} <knit> {c}, and each one <take/1> {r}.", "{A} <knit> {c} and <spend> {r} on each."],
        rate: ["Each of {all} <take/1> {him} {r}."],
        fact: ["One scarf <take/1> {r} of knitting."],
        count: ["{A} <knit> {c}."],
        ask: ["How many hours <do> {A} knit in all?"],
        step: ["This <take/1> {calc}."],
      },
      { rates: range(3, 9), counts: range(2, 12) },
    ),
    sale(scarf, dollar, { rates: range(12, 45), counts: range(2, 15), kinds: [["cotton", "woolen"]] }),
    purchase(ball, dollar, ["{A} <buy> {c} for {r} each.", "{A} <stock> up on {c} at {r} each."], {
      rates: range(3, 9),
      counts: range(2, 15),
    }),
    purchase(basket, dollar, ["{A} <order> {c} for {r} each."], {
      rates: range(6, 18),
      counts: range(2, 4),
    }),
  ],
  times: months,
};
