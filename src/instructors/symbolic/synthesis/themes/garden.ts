import { people } from "../language/agent.ts";
import { noun } from "../language/noun.ts";
import { range } from "../retell/value.ts";
import type { Theme } from "../retell/vocabulary.ts";
import { containers, purchase, sale } from "./links/index.ts";
import { weekdays } from "./times.ts";
import { money, person, place, things, trait } from "./units.ts";

const tulip = things("tulip", {
  obtain: ["grow"],
  amounts: range(12, 100),
  most: 2500,
  varieties: ["red", "white", "orange", "pink"],
  statements: ["{n} <bloom/2> in front of {A's} house."],
  gains: ["In the fall, {A} <plant> {more}.", "Then the garden center <send/1> {him} {more}."],
  losses: [
    "Deer <eat/2> {n}.",
    "{n} <wither/2>.",
    "{A} <cut> {n} for a vase.",
    "{A} <give> {n} to a teacher.",
  ],
  lostShares: ["Mice <eat/2> {share} of {all}.", "{A} <cut> {share} of {all} for the church."],
  needs: ["{A} <need> {n} for a park.", "{A} <want> to plant {n} along the driveway."],
  traits: [
    trait("<be/2> in bloom", "<be/2> not in bloom yet", "blooming tulips"),
    trait("<stand/2> in the shade", "<do/2> not stand in the shade", "tulips in the shade"),
  ],
  recipients: [person("neighbor"), place("garden"), person("visitor")],
});

const row = things("row", {
  obtain: ["plant"],
  amounts: range(3, 20),
  most: 120,
  gains: ["The next morning, {A} <plant> {more}."],
  losses: ["{A} <dig> up {n} again."],
});

const bouquet = things("bouquet", {
  obtain: ["tie", "make"],
  amounts: range(4, 25),
  most: 200,
  gains: ["Then {A} <tie> {more}."],
  losses: ["{A} <keep> {n} for the house.", "{A} <bring> {n} to a hospital."],
  lostShares: ["{A} <give> {share} of {all} to a retirement home."],
  recipients: [place("table"), place("hotel")],
});

const dollar = money({
  obtain: ["earn", "make"],
  amounts: [...range(15, 90), ...range(20, 220, 5)],
  most: 4000,
  origins: ["from selling seeds", "from trimming hedges", "from garden tours"],
  gains: ["The mayor <hand/1> {him} a prize of {n}."],
  losses: ["{A} <spend> {n} on soil.", "{A} <pay> {n} for water.", "{A} <spend> {n} on a shovel."],
  lostShares: ["{A} <spend> {share} of {all} on new bulbs.", "{A} <put> {share} of {all} in the bank."],
  needs: ["{A} <want> to build a greenhouse that <cost/1> {n}."],
});

const pot = things("flower pot", { obtain: ["buy"] });

export const garden: Theme = {
  id: "garden",
  agents: people,
  openings: [
    "{A} <be> proud of the garden behind the house.",
    "Spring <be/1> the busiest time for {A}, who <be> a gardener.",
  ],
  units: [tulip, row, bouquet, dollar],
  links: [
    containers(row, tulip, {
      hold: "have",
      fill: "plant",
      put: "set",
      preposition: "in",
      rates: range(8, 30),
      counts: range(3, 15),
      kinds: [["short", "long"]],
    }),
    containers(bouquet, tulip, {
      sold: true,
      hold: "contain",
      fill: "tie",
      put: "put",
      preposition: "in",
      rates: range(5, 15),
      counts: range(3, 15),
      packOnly: true,
    }),
    sale(bouquet, dollar, {
      label: noun("bouquet of tulips"),
      rates: range(5, 20),
      counts: range(3, 20),
      kinds: [["small", "large"]],
    }),
    purchase(pot, dollar, ["{A} <buy> {c} for {r} each."], {
      rates: range(2, 12),
      counts: range(2, 9),
    }),
  ],
  times: weekdays,
};
