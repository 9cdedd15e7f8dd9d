import { people } from "../language/agent.ts";
import { noun } from "../language/noun.ts";
import { range } from "../retell/value.ts";
import type { Theme } from "../retell/vocabulary.ts";
import { containers, outlay, pace, purchase, sale, wage } from "./links/index.ts";
import { weekdays } from "./times.ts";
import { daysInWeek, money, person, place, things, time, trait } from "./units.ts";

const fish = things("herring", {
  obtain: ["catch"],
  amounts: range(15, 120),
  most: 3000,
  statements: ["There <be/2> {n} in {A's} net."],
  gains: ["On the way back, {A} <catch> {more}."],
  losses: [
    "{A} <throw> {n} back because they <be/2> too small.",
    "Seagulls <take/2> {n}.",
    "{A} <smoke> {n} for the family.",
    "{A} <give> {n} to the harbor master.",
  ],
  lostShares: ["{A} <sell> {share} of {all} to a restaurant.", "{A} <salt> {share} of {all} for the winter."],
  needs: ["{A} <have> to deliver {n} to the fish market.", "{A} <need> {n} for the harbor festival."],
  traits: [
    trait("<be/2> longer than a hand", "<be/2> not longer than a hand", "longer herrings"),
    trait("<be/2> full of eggs", "<be/2> not full of eggs", "herrings with eggs"),
  ],
  recipients: [place("household"), person("sailor"), place("restaurant")],
});

const bucket = things("bucket", {
  obtain: ["fill"],
  amounts: range(3, 20),
  most: 150,
  gains: ["Then {A} <fill> {more}."],
  losses: ["{A} <tip> {n} back into the sea.", "{A} <bring> {n} to the cook of the hotel."],
  lostShares: ["{A} <bring> {share} of {all} to the hotel."],
});

const dollar = money({
  obtain: ["earn", "make"],
  origins: ["from boat tours", "from mending nets", "from selling shells"],
  gains: ["A tourist <give/1> {him} {more} for a photo with the boat."],
  losses: [
    "{A} <pay> {n} for diesel.",
    "{A} <spend> {n} on rope.",
    "{A} <pay> {n} for the mooring.",
    "{A} <spend> {n} on rubber boots.",
  ],
  lostShares: [
    "{A} <spend> {share} of {all} on a new net.",
    "{A} <pay> {share} of {all} to the owner of the boat.",
  ],
  needs: ["{A} <want> to buy a radio that <cost/1> {n}.", "{A} <need> {n} for a new anchor."],
  recipients: [person("deckhand"), person("partner")],
});

const day = time("day", { obtain: ["fish for"], larger: [daysInWeek] });
const hour = time("hour", { obtain: ["work"] });
const net = things("float", { obtain: ["buy"] });
const aunt = things("neighbor", { obtain: ["visit"] });

export const harbor: Theme = {
  id: "harbor",
  agents: people,
  openings: ["The sea <be/1> calm when {A} <leave> the harbor.", "{A} <own> a small fishing boat."],
  units: [fish, bucket, dollar],
  links: [
    containers(bucket, fish, {
      sold: true,
      hold: "hold",
      fill: "fill",
      put: "put",
      preposition: "in",
      rates: range(8, 30),
      counts: range(3, 15),
    }),
    sale(bucket, dollar, { label: noun("bucket of herring"), rates: range(10, 40), counts: range(2, 15) }),
    sale(fish, dollar, { rates: [1.5, 2, 2.5, 3], counts: range(15, 80) }),
    pace(day, fish, { rates: range(12, 70), counts: range(3, 10) }),
    wage(hour, dollar),
    purchase(net, dollar, ["{A} <buy> {c} for {r} each."], {
      rates: range(3, 12),
      counts: range(2, 10),
    }),
    outlay(aunt, fish, ["{A} <give> {r} to each of {c}."], ["{A} <give> away {calc}."], {
      rates: range(2, 9),
      counts: range(2, 6),
    }),
  ],
  times: weekdays,
};
