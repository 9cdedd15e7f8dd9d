import { people } from "../language/agent.ts";
import { noun } from "../language/noun.ts";
import { range } from "../retell/value.ts";
import type { Theme } from "../retell/vocabulary.ts";
import { containers, outlay, pace, purchase, sale, wage } from "./links/index.ts";
import { weekdays } from "./times.ts";
import { dozen, money, person, place, things, time, trait } from "./units.ts";

const muffin = things("muffin", {
  obtain: ["bake", "make"],
  amounts: range(12, 96),
  varieties: ["blueberry", "chocolate", "lemon", "walnut"],
  statements: ["There <be/2> {n} on {A's} counter."],
  gains: ["In the afternoon, {A} <bake> {more}.", "Then {A} <take> {more} out of the oven."],
  losses: [
    "{n} <get/2> burned and <be/2> thrown out.",
    "{A} <serve> {n} at breakfast.",
    "{A} <put> {n} into the freezer.",
    "A café <buy/1> {n}.",
    "{A} <bring> {n} to the fire station.",
  ],
  lostShares: ["{A} <take> {share} of {all} to a school party.", "A hotel <order/1> {share} of {all}."],
  needs: ["{A} <need> {n} for a wedding.", "A customer <ask/1> {him} for {n}."],
  traits: [
    trait("<be/2> topped with sugar", "<be/2> not topped with sugar", "muffins with sugar"),
    trait("<contain/2> nuts", "<contain/2> no nuts", "muffins with nuts"),
  ],
  recipients: [person("guest"), place("class"), place("office")],
  larger: [dozen("muffins")],
});

const tray = things("tray", {
  obtain: ["fill"],
  amounts: range(3, 18),
  most: 120,
  gains: ["Before noon, {A} <fill> {more}."],
  losses: ["{A} <drop> {n} on the floor.", "{A} <carry> {n} to the shop next door."],
  lostShares: ["{A} <sell> {share} of {all} before ten o'clock."],
  needs: ["{A} <want> to fill {n} before the shop opens."],
});

const box = things("box", {
  obtain: ["pack"],
  amounts: range(4, 30),
  most: 200,
  varieties: ["small", "large"],
  gains: ["Then {A} <pack> {more}."],
  losses: ["{A} <deliver> {n} to a café.", "{A} <give> {n} to the food bank."],
  lostShares: ["{A} <deliver> {share} of {all} to a hotel."],
  needs: ["A company <order/1> {n} from {him}."],
  recipients: [place("café"), place("school")],
});

const dollar = money({
  obtain: ["earn", "make"],
  origins: ["from coffee", "from wedding cakes", "from bread", "from a baking class"],
  gains: ["{A} <get> {more} in tips."],
  losses: [
    "{A} <pay> {n} for electricity.",
    "{A} <spend> {n} on butter and sugar.",
    "{A} <spend> {n} on a new mixer.",
    "{A} <pay> {n} to the cleaner.",
  ],
  lostShares: ["{A} <pay> {share} of {all} as rent.", "{A} <spend> {share} of {all} on ingredients."],
  needs: ["{A} <want> to buy an oven that <cost/1> {n}.", "{A} <need> {n} to repair the shop window."],
  recipients: [person("baker"), person("partner")],
});

const hour = time("hour", { obtain: ["work"] });
const flour = things("bag of flour", { obtain: ["buy"] });
const regular = things("regular customer", { obtain: ["serve"] });

export const bakery: Theme = {
  id: "bakery",
  agents: people,
  openings: ["{A} <run> a bakery near the train station.", "The oven in {A's} bakery <be/1> never cold."],
  units: [muffin, tray, box, dollar],
  links: [
    containers(tray, muffin, {
      hold: "hold",
      fill: "fill",
      put: "place",
      preposition: "on",
      rates: range(6, 30),
    }),
    containers(box, muffin, {
      sold: true,
      hold: "contain",
      fill: "pack",
      put: "put",
      preposition: "in",
      rates: [4, 6, 8, 9, 10, 12],
      packOnly: true,
    }),
    sale(muffin, dollar, { rates: [1.5, 2, 2.5, 3, 3, 4, 5], counts: range(10, 60) }),
    sale(box, dollar, {
      label: noun("box of muffins"),
      rates: range(6, 25),
      counts: range(3, 20),
      kinds: [
        ["small", "large"],
        ["plain", "gift"],
      ],
    }),
    wage(hour, dollar),
    pace(hour, muffin, { rates: range(20, 90, 5) }),
    purchase(flour, dollar, ["{A} <buy> {c} for {r} each.", "{A} <order> {c} at {r} per bag."], {
      rates: range(3, 18),
      counts: range(2, 12),
    }),
    outlay(regular, muffin, ["{A} <set> {r} aside for each of {c}."], ["{A} <set> aside {calc}."], {
      rates: range(2, 6),
      counts: range(2, 9),
    }),
  ],
  times: weekdays,
};
