import { people } from "../language/agent.ts";
import { range } from "../retell/value.ts";
import type { Theme } from "../retell/vocabulary.ts";
import { link, pace, purchase, wage } from "./links/index.ts";
import { weekdays } from "./times.ts";
import { daysInWeek, money, things, time, trait } from "./units.ts";

const parcel = things("parcel", {
  kept: false,
  obtain: ["deliver"],
  amounts: range(15, 120),
  most: 2500,
  varieties: ["small", "heavy", "urgent"],
  gains: ["In the afternoon, {A} <deliver> {more}."],
  needs: ["{A} <have> to deliver {n} this week.", "{A} <have> a list of {n} to deliver."],
  traits: [
    trait("<be/2> marked as fragile", "<be/2> not marked as fragile", "fragile parcels"),
    trait("<need/2> a signature", "<do/2> not need a signature", "parcels that need a signature"),
  ],
});

const trip = things("trip", {
  kept: false,
  obtain: ["make"],
  amounts: range(3, 15),
  most: 100,
  gains: ["Before the weekend, {A} <make> {more}."],
  needs: ["{A} <have> to make {n} this week."],
});

const dollar = money({
  obtain: ["earn", "make"],
  origins: ["in tips", "from night deliveries", "from moving furniture"],
  gains: ["The company <pay/1> {him} a bonus of {n}."],
  losses: [
    "{A} <pay> {n} for gas.",
    "{A} <pay> a parking fine of {n}.",
    "{A} <spend> {n} on a raincoat.",
    "{A} <spend> {n} on lunch.",
  ],
  lostShares: ["{A} <spend> {share} of {all} on gas.", "{A} <save> {share} of {all} for a vacation."],
  needs: ["{A} <want> to buy a used scooter for {n}.", "{A} <need> {n} for new tires."],
});

const day = time("day", { obtain: ["work for"], larger: [daysInWeek] });
const hour = time("hour", { obtain: ["work"] });
const tire = things("tire", { obtain: ["buy"] });

export const delivery: Theme = {
  id: "delivery",
  agents: people,
  openings: ["{A} <drive> a delivery van.", "The week before the holidays <be/1> busy for {him}."],
  units: [parcel, trip, dollar],
  links: [
    link(
      trip,
      parcel,
      {
        both: [
          "{A} <make> {c} and <deliver> {r} on each of them.",
          "{A} <make> {c}, each with {r} in the van.",
        ],
        rate: ["On each of {all}, {A} <deliver> {r}."],
        fact: ["The van <hold/1> {r} on every trip."],
        count: ["{A} <make> {c}."],
        example: ["On {c} of the same kind, {A} <deliver> {x}."],
        likewise: ["{A} <make> {c} of this kind."],
        reach: {
          tell: ["The van <hold/1> {r} on each trip."],
          rated: [],
          ask: ["How many trips <do> {A} have to make for {goal}?"],
          step: ["{A} <have> to make {calc}."],
        },
        schedule: null,
        ask: [],
      },
      { rates: range(8, 40), counts: range(3, 12) },
    ),
    pace(hour, parcel, { rates: range(6, 24), counts: range(2, 8) }),
    pace(day, parcel, { rates: range(20, 90), counts: range(2, 7) }),
    link(
      parcel,
      dollar,
      {
        both: ["{A} <deliver> {c} and <get> {r} for each.", "For each of {c}, {A} <be> paid {r}."],
        rate: ["{A} <get> {r} for each of {all}."],
        fact: ["The company <pay/1> {r} for every parcel."],
        count: ["{A} <deliver> {c}."],
        changes: {
          up: ["The usual pay <be/1> {r} per parcel, but on Sundays it <be/1> {d} more."],
          down: ["The usual pay <be/1> {r} per parcel, but for short distances it <be/1> {d} less."],
          upShare: ["The usual pay <be/1> {r} per parcel, but on Sundays it <be/1> {share} more."],
          downShare: ["The usual pay <be/1> {r} per parcel, but for short distances it <be/1> {share} less."],
          count: ["{A} <deliver> {c} at this rate."],
          join: [],
        },
      },
      { rates: [1.5, 2, 2.5, 3, 4, 5], counts: range(15, 80) },
    ),
    wage(hour, dollar),
    purchase(tire, dollar, ["{A} <buy> {c} for {r} each."], {
      rates: range(30, 90, 5),
      counts: range(2, 4),
    }),
  ],
  times: weekdays,
};
