import { people } from "../language/agent.ts";
import { range } from "../retell/value.ts";
import type { Theme } from "../retell/vocabulary.ts";
import { containers, link, outlay, purchase, sale } from "./links/index.ts";
import { weekdays } from "./times.ts";
import { money, person, things, trait } from "./units.ts";

const card = things("card", {
  obtain: ["collect"],
  amounts: range(12, 120),
  most: 2500,
  varieties: ["dragon", "knight", "wizard", "castle"],
  statements: ["In {A's} album there <be/2> {n}."],
  gains: ["On {A's} birthday, {A} <get> {more}.", "Then {A} <win> {more} in a tournament."],
  losses: [
    "{A} <trade> {n} for a poster.",
    "{A} <lose> {n} at the playground.",
    "{A} <give> {n} to a younger brother.",
    "{n} <get/2> wet and <have/2> to be thrown away.",
  ],
  lostShares: ["{A} <trade> {share} of {all} for stickers.", "{A} <give> {share} of {all} to a cousin."],
  needs: ["{A} <need> {n} for a full set.", "{A} <dream> of owning {n}."],
  traits: [
    trait("<be/2> rare", "<be/2> not rare", "rare cards"),
    trait("<be/2> in perfect condition", "<be/2> not in perfect condition", "perfect cards"),
    trait("<shine/2>", "<do/2> not shine", "shiny cards"),
  ],
  recipients: [person("classmate"), person("friend"), person("cousin")],
});

const pack = things("pack", {
  obtain: ["open"],
  amounts: range(3, 20),
  most: 120,
  gains: ["The next day, {A} <open> {more}."],
  lostShares: [],
});

const pageOfAlbum = things("album page", {
  obtain: ["fill"],
  amounts: range(4, 25),
  most: 150,
  gains: ["Then {A} <fill> {more}."],
});

const dollar = money({
  obtain: ["get", "make"],
  amounts: [...range(10, 70), ...range(20, 150, 5)],
  most: 2000,
  origins: ["from selling comics", "from a bottle collection", "from a yard sale"],
  gains: ["Then {A's} grandfather <add/1> {more}."],
  losses: [
    "{A} <spend> {n} on an album.",
    "{A} <spend> {n} on card sleeves.",
    "{A} <pay> {n} to enter a tournament.",
  ],
  lostShares: ["{A} <spend> {share} of {all} on new packs.", "{A} <save> {share} of {all} for a trip."],
  needs: ["{A} <want> to buy a rare card for {n}."],
});

const sleeve = things("display case", { obtain: ["buy"] });
const friend = things("friend", { obtain: ["meet"] });

export const cards: Theme = {
  id: "cards",
  agents: people,
  openings: ["Trading cards <be/2> popular at {A's} school.", "{A} <collect> trading cards."],
  units: [card, pack, dollar],
  links: [
    link(
      pack,
      card,
      {
        both: ["{A} <open> {c} with {r} in each.", "{A} <open> {c} and <find> {r} in each of them."],
        rate: ["There <be/2> {r} in each of {all}.", "Each of {all} <contain/1> {r}."],
        fact: ["Every pack <contain/1> {r}."],
        count: ["{A} <open> {c}."],
        wanted: [],
        example: ["{c} <contain/2> {x}, the same number in each."],
        likewise: ["{A} <open> {c} of this kind."],
        reach: {
          tell: ["The cards <be/2> sold in packs of {rate}."],
          rated: [],
          ask: ["How many packs <do> {A} have to buy for {goal}?"],
          step: ["{A} <have> to buy {calc}."],
        },
        kinds: {
          adjectives: [
            ["basic", "jumbo"],
            ["regular", "deluxe"],
          ],
          more: ["{abase} <contain/1> {r}, and {aother} <contain/1> {d}."],
          times: ["{abase} <contain/1> {r}, and {aother} <contain/1> {k} as many."],
        },
        parts: { tell: ["Each pack <contain/1> {parts}."], labels: null },
        ask: ["How many cards <do> {A} get?", "How many cards <be/2> in {A's} packs?"],
        step: ["{A} <get> {calc}."],
      },
      { rates: range(5, 15), counts: range(3, 15) },
    ),
    containers(pageOfAlbum, card, {
      hold: "hold",
      fill: "fill",
      put: "stick",
      preposition: "on",
      rates: [6, 8, 9, 10, 12, 15],
      counts: range(4, 20),
      kinds: [],
    }),
    sale(card, dollar, {
      rates: [1.5, 2, 2.5, 3, 4, 5, 6],
      counts: range(5, 40),
      kinds: [["common", "rare"]],
    }),
    purchase(sleeve, dollar, ["{A} <buy> {c} for {r} each."], {
      rates: range(3, 12),
      counts: range(2, 5),
    }),
    outlay(
      friend,
      card,
      ["{A} <give> {r} to each of {c}.", "{A} <hand> out {r} to each of {c}."],
      ["{A} <give> away {calc}."],
      { rates: range(2, 9), counts: range(2, 6) },
    ),
  ],
  times: weekdays,
};
