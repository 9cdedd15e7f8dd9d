import { organisation } from "../language/agent.ts";
import { range } from "../retell/value.ts";
import type { Theme } from "../retell/vocabulary.ts";
import { pace, purchase, sale } from "./links/index.ts";
import { weekdays } from "./times.ts";
import { money, place, things, time, trait } from "./units.ts";

const clubs =
  "the chess club,the drama club,the school band,the swim team,the robotics club,the choir,the scout troop,the garden club"
    .split(",")
    .map(organisation);

const ticket = things("raffle ticket", {
  kept: false,
  obtain: ["sell"],
  amounts: range(20, 150),
  most: 3000,
  varieties: ["blue", "gold", "green"],
  gains: ["At the town fair, {A} <sell> {more}."],
  losses: [],
  needs: ["{A} <want> to sell {n}."],
  traits: [trait("<win/2> a prize", "<do/2> not win a prize", "winning tickets")],
});

const cake = things("cake", {
  obtain: ["bake"],
  amounts: range(6, 40),
  most: 300,
  varieties: ["carrot", "apple", "cheese"],
  gains: ["Some parents <bake/2> {more} for {him}."],
  losses: [
    "{A} <leave> {n} for the teachers.",
    "{n} <fall/2> off the table.",
    "{A} <send> {n} to a nursing home.",
  ],
  lostShares: ["{A} <eat> {share} of {all} at a meeting."],
  needs: ["{A} <need> {n} for the school festival."],
  traits: [trait("<contain/2> nuts", "<contain/2> no nuts", "cakes with nuts")],
  recipients: [place("class"), place("table")],
});

const dollar = money({
  obtain: ["raise", "collect"],
  amounts: [...range(20, 95), ...range(30, 400, 10)],
  most: 8000,
  origins: ["at a concert", "from parents", "from local shops", "at a flea market", "in membership fees"],
  gains: ["A former member <give/1> {him} {more}."],
  losses: [
    "{A} <pay> {n} for posters.",
    "{A} <spend> {n} on prizes.",
    "{A} <pay> {n} for the hall.",
    "{A} <spend> {n} on decorations.",
  ],
  lostShares: [
    "{A} <donate> {share} of {all} to an animal shelter.",
    "{A} <spend> {share} of {all} on equipment.",
  ],
  needs: ["{A} <need> {n} for a trip to the coast.", "{A} <want> to buy a banner that <cost/1> {n}."],
  recipients: [place("charity"), place("team")],
});

const week = time("week", { obtain: ["collect for"], amounts: range(3, 12) });
const prize = things("trophy", { obtain: ["buy"] });

export const fundraiser: Theme = {
  id: "fundraiser",
  agents: clubs,
  openings: ["{A} <raise> money this fall.", "It <be/1> the week of the school festival."],
  units: [dollar, ticket, cake],
  links: [
    sale(ticket, dollar, { rates: [1.5, 2, 2, 3, 4, 5], counts: range(20, 120) }),
    sale(cake, dollar, { rates: range(6, 20), counts: range(5, 30), kinds: [["small", "large"]] }),
    pace(week, dollar, { rates: range(15, 90, 5), counts: range(3, 10) }),
    purchase(prize, dollar, ["{A} <buy> {c} for {r} each.", "{A} <order> {c} at {r} apiece."], {
      rates: range(8, 30),
      counts: range(2, 6),
    }),
  ],
  times: weekdays,
};
