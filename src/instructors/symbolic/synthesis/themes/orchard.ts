import { people } from "../language/agent.ts";
import { noun } from "../language/noun.ts";
import { range } from "../retell/value.ts";
import type { Theme } from "../retell/vocabulary.ts";
import { containers, link, outlay, pace, purchase, sale, wage } from "./links/index.ts";
import { weekdays } from "./times.ts";
import { money, person, place, things, time, trait } from "./units.ts";

const plum = things("plum", {
  obtain: ["pick", "gather", "collect"],
  varieties: ["red", "yellow", "purple", "green"],
  statements: ["There <be/2> {n} in {A's} baskets."],
  gains: ["Later, {A} <find> {more} under the trees.", "Then {A's} aunt <bring/1> {him} {more}."],
  losses: [
    "{A} <give> {n} to a neighbor.",
    "{A} <use> {n} for a cake.",
    "{n} <turn/2> out to be bruised and <be/2> thrown away.",
    "{A} <eat> {n} on the way home.",
    "{A} <dry> {n} for the winter.",
  ],
  lostShares: ["{A} <give> {share} of {all} to the school kitchen.", "{A} <cook> {share} of {all} into jam."],
  needs: ["{A} <need> {n} for the harvest party.", "{A} <have> an order for {n}."],
  traits: [
    trait("<be/2> ripe", "<be/2> not ripe yet", "ripe plums"),
    trait("<have/2> wormholes", "<have/2> no wormholes", "plums with wormholes"),
  ],
  recipients: [person("neighbor"), person("cousin"), place("family")],
});

const crate = things("crate", {
  obtain: ["fill"],
  amounts: range(3, 20),
  most: 150,
  gains: ["After lunch, {A} <fill> {more}."],
  losses: ["{A} <send> {n} to the market.", "{A} <deliver> {n} to a hotel."],
  lostShares: ["{A} <send> {share} of {all} to the market."],
  needs: ["{A} <have> to fill {n} by the evening."],
  recipients: [place("market stall"), place("shop")],
});

const tree = things("tree", {
  obtain: ["harvest"],
  amounts: range(4, 30),
  most: 200,
  varieties: ["young", "old"],
  gains: ["The next day, {A} <harvest> {more}."],
  losses: [],
  traits: [],
});

const dollar = money({
  obtain: ["earn", "make"],
  origins: ["from selling cider", "from pony rides", "from guided tours", "from selling firewood"],
  gains: ["Then {A's} grandmother <give/1> {him} {more}."],
  losses: [
    "{A} <spend> {n} on a new ladder.",
    "{A} <pay> {n} for fuel.",
    "{A} <spend> {n} on labels.",
    "{A} <pay> {n} for repairing the fence.",
  ],
  lostShares: [
    "{A} <put> {share} of {all} into a savings account.",
    "{A} <spend> {share} of {all} on new tools.",
  ],
  needs: ["{A} <want> to buy a cider press for {n}.", "{A} <save> for a wheelbarrow that <cost/1> {n}."],
  recipients: [person("helper"), person("cousin")],
});

const hour = time("hour", { obtain: ["work"] });
const basket = things("basket", { obtain: ["buy"] });
const friend = things("friend", { obtain: ["invite"] });

export const orchard: Theme = {
  id: "orchard",
  agents: people,
  openings: ["It <be/1> harvest time on the hill where {A} <live>.", "{A} <look> after a small orchard."],
  units: [plum, crate, dollar],
  links: [
    containers(crate, plum, {
      sold: true,
      hold: "hold",
      fill: "fill",
      put: "pack",
      preposition: "into",
      rates: range(8, 40),
    }),
    link(
      tree,
      plum,
      {
        both: ["{A} <harvest> {c} and <get> {r} from each of them.", "From each of {c}, {A} <pick> {r}."],
        rate: ["{A} <pick> {r} from each of {all}."],
        fact: ["Each tree <bear/1> {r}."],
        count: ["{A} <harvest> {c}."],
        example: ["{c} <bear/2> {x} in all, the same number each."],
        likewise: ["{A} <harvest> {c} of this kind."],
      },
      { rates: range(15, 80, 5), counts: range(3, 20) },
    ),
    sale(crate, dollar, { label: noun("crate of plums"), rates: range(8, 30), counts: range(2, 20) }),
    wage(hour, dollar),
    pace(hour, plum, { rates: range(10, 60, 5) }),
    purchase(basket, dollar, ["{A} <buy> {c} for {r} each."], {
      rates: range(3, 15),
      counts: range(2, 8),
    }),
    outlay(friend, plum, ["{A} <give> {r} to each of {c}."], ["{A} <give> away {calc}."], {
      rates: range(2, 9),
      counts: range(2, 6),
    }),
  ],
  times: weekdays,
};
