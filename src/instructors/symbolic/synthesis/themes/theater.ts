import { organisation } from "../language/agent.ts";
import { noun } from "../language/noun.ts";
import { range } from "../retell/value.ts";
import type { Theme } from "../retell/vocabulary.ts";
import { containers, pace, purchase, sale } from "./links/index.ts";
import { weekdays } from "./times.ts";
import { daysInWeek, money, things, time, trait } from "./units.ts";

const theaters =
  "the Rex cinema,the Apollo theater,the Globe theater,the Lumen cinema,the Odeon,the puppet theater,the open-air cinema"
    .split(",")
    .map(organisation);

const seat = things("seat", {
  kept: false,
  obtain: ["sell"],
  amounts: range(20, 160),
  most: 3000,
  varieties: ["balcony", "front", "back"],
  gains: ["Just before the show, {A} <sell> {more}."],
  needs: ["{A} <want> to sell {n} for the premiere.", "{A} <have> to sell {n} to cover its costs."],
  traits: [
    trait("<go/2> to children", "<do/2> not go to children", "children's seats"),
    trait("<be/2> booked online", "<be/2> not booked online", "seats booked online"),
  ],
});

const row = things("row", {
  kept: false,
  obtain: ["sell out"],
  amounts: range(4, 25),
  most: 120,
  varieties: ["front", "back"],
  gains: ["Then {A} <sell> out {more}."],
  losses: [],
});

const dollar = money({
  obtain: ["earn", "make"],
  amounts: [...range(30, 95), ...range(50, 500, 10)],
  most: 12000,
  origins: ["from popcorn", "from drinks", "from posters", "from advertising"],
  gains: ["The town <support/1> {him} with {n}."],
  losses: [
    "{A} <pay> {n} to the actors.",
    "{A} <pay> {n} for cleaning.",
    "{A} <spend> {n} on spotlights.",
    "{A} <pay> {n} for heating.",
  ],
  lostShares: ["{A} <pay> {share} of {all} in taxes.", "{A} <donate> {share} of {all} to a school."],
  needs: ["{A} <need> {n} for a new curtain.", "{A} <want> to buy a projector that <cost/1> {n}."],
});

const evening = time("evening", { obtain: ["open for"], larger: [daysInWeek], amounts: range(2, 9) });
const lamp = things("lamp", { obtain: ["buy"] });

export const theater: Theme = {
  id: "theater",
  agents: theaters,
  openings: ["There <be/1> a new show in town.", "{A} <celebrate> its birthday."],
  units: [seat, row, dollar],
  links: [
    containers(row, seat, {
      hold: "have",
      fill: "sell out",
      packing: false,
      put: "sell",
      preposition: "in",
      rates: range(8, 30),
      counts: range(4, 20),
    }),
    sale(seat, dollar, {
      label: noun("ticket"),
      rates: range(6, 20),
      counts: range(20, 120),
      kinds: [["child's", "adult"]],
    }),
    pace(evening, seat, { rates: range(30, 120, 5), counts: range(2, 9) }),
    purchase(lamp, dollar, ["{A} <replace> {c} for {r} each."], {
      rates: range(5, 25),
      counts: range(2, 12),
    }),
  ],
  times: weekdays,
};
