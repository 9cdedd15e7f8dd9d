import { people } from "../language/agent.ts";
import { range } from "../retell/value.ts";
import type { Theme } from "../retell/vocabulary.ts";
import { link, pace } from "./links/index.ts";
import { weekdays } from "./times.ts";
import { daysInWeek, minutesInHour, things, time } from "./units.ts";

const gallon = things("gallon of water", {
  collective: "water",
  obtain: ["collect", "get"],
  amounts: range(12, 90),
  most: 2500,
  origins: ["from the well", "from the rain barrel", "from the stream", "from the kitchen tap"],
  statements: [],
  gains: ["After a short rest, {A} <collect> {more}."],
  losses: [
    "{A} <spill> {n} on the path.",
    "{A} <pour> {n} over the roses.",
    "{A} <give> {n} to the goats.",
    "{A} <use> {n} to wash the car.",
  ],
  lostShares: [
    "{A} <pour> {share} of {all} into the pond.",
    "{A} <use> {share} of {all} for the vegetables.",
  ],
  needs: ["{A} <have> to fill a pool that <hold/1> {n}.", "{A's} water tank <hold/1> {n} and <be/1> empty."],
});

const bucket = things("bucket", {
  obtain: ["carry"],
  amounts: range(4, 20),
  most: 150,
  varieties: ["metal", "plastic"],
  gains: ["Before dinner, {A} <carry> {more}."],
  losses: ["{A} <knock> over {n}."],
  lostShares: ["{A} <empty> {share} of {all} over the bean rows."],
});

const minute = time("minute", {
  larger: [minutesInHour],
  obtain: ["pump for"],
  amounts: range(4, 40),
  most: 300,
});
const hour = time("hour", { obtain: ["pump for"], most: 60 });
const day = time("day", { obtain: ["water the garden for"], larger: [daysInWeek] });

export const water: Theme = {
  id: "water",
  agents: people,
  openings: ["The summer <be/1> hot and dry on {A's} farm.", "{A} <look> after the animals and the garden."],
  units: [gallon, bucket],
  links: [
    link(
      bucket,
      gallon,
      {
        both: ["{A} <carry> {c}, each with {r}.", "{A} <carry> {c} that <hold/2> {r} each."],
        rate: ["Each of {all} <hold/1> {r}."],
        fact: ["Every bucket <hold/1> {r}."],
        count: ["{A} <carry> {c}."],
        wanted: ["{A} <want> to fill {c} with {r} each."],
        example: ["{c} of the same size <hold/2> {x} in all."],
        likewise: ["{A} <carry> {c} of this size."],
        reach: {
          tell: ["{A's} bucket <hold/1> {r}."],
          rated: [],
          ask: ["How many times <do> {A} have to fill the bucket for {goal}?"],
          step: ["This <take/1> {calc}."],
        },
        pack: {
          tell: ["{A} <pour> all of {all} into buckets that <hold/2> {r} each."],
          rated: [],
          ask: ["How many buckets <do> {A} fill?"],
          step: ["{A} <fill> {calc}."],
        },
        kinds: {
          adjectives: [["small", "large"]],
          more: ["{abase} <hold/1> {r}, and {aother} <hold/1> {d}."],
          times: ["{abase} <hold/1> {r}, and {aother} <hold/1> {k} as much."],
        },
      },
      { rates: range(2, 8), counts: range(4, 20) },
    ),
    pace(minute, gallon, { rates: range(3, 15), counts: range(5, 40) }),
    pace(hour, gallon, { rates: range(20, 90, 5), counts: range(2, 8) }),
    pace(day, gallon, { rates: range(8, 40), counts: range(3, 10) }),
  ],
  times: weekdays,
};
