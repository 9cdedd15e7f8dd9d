import { people } from "../language/agent.ts";
import { noun } from "../language/noun.ts";
import { range } from "../retell/value.ts";
import type { Theme } from "../retell/vocabulary.ts";
import { containers, pace, purchase, sale } from "./links/index.ts";
import { schooldays } from "./times.ts";
import { daysInWeek, money, place, things, time, trait } from "./units.ts";

const book = things("book", {
  obtain: ["catalog"],
  amounts: range(15, 140),
  most: 4000,
  varieties: ["history", "cooking", "travel", "poetry"],
  statements: ["{n} <be/2> waiting on {A's} desk."],
  gains: ["Then a reader <donate/1> {more}.", "On the next morning, {A} <find> {more} in the return box."],
  losses: [
    "{A} <send> {n} to another branch.",
    "{n} <be/2> too worn and <be/2> recycled.",
    "{A} <lend> {n} to a kindergarten.",
    "{A} <set> {n} aside for repair.",
  ],
  lostShares: [
    "{A} <put> {share} of {all} into the book sale.",
    "{A} <send> {share} of {all} to a hospital.",
  ],
  needs: [
    "{A} <need> {n} for the new reading room.",
    "{A} <want> to collect {n} for the summer reading club.",
  ],
  traits: [
    trait("<be/2> novels", "<be/2> not novels", "novels"),
    trait("<have/2> torn covers", "<have/2> no torn covers", "torn books"),
    trait("<be/2> in Spanish", "<be/2> in other languages", "Spanish books"),
  ],
  recipients: [place("school"), place("branch"), place("reading group")],
});

const shelf = things("shelf", {
  obtain: ["fill"],
  amounts: range(4, 24),
  most: 200,
  varieties: ["upper", "lower"],
  gains: ["Later, {A} <fill> {more}."],
  needs: ["{A} <have> to fill {n} before the opening."],
});

const carton = things("carton", {
  obtain: ["pack"],
  amounts: range(3, 20),
  most: 150,
  gains: ["Then {A} <pack> {more}."],
  losses: ["A truck <take/1> {n} away."],
  needs: ["{A} <have> to pack {n} for the move."],
});

const dollar = money({
  obtain: ["collect", "raise"],
  origins: ["in late fees", "from a poetry evening", "from selling tote bags", "from a raffle"],
  gains: ["Then a visitor <give/1> {him} {more}."],
  losses: ["{A} <spend> {n} on a lamp.", "{A} <pay> {n} for new cards.", "{A} <spend> {n} on a carpet."],
  lostShares: ["{A} <use> {share} of {all} for audio books.", "{A} <pass> {share} of {all} on to the town."],
  needs: ["{A} <need> {n} for a scanner.", "{A} <want> to buy an armchair for {n}."],
});

const day = time("day", { obtain: ["work for"], larger: [daysInWeek] });
const magazine = things("magazine", { obtain: ["order"] });

export const library: Theme = {
  id: "library",
  agents: people,
  openings: [
    "{A} <work> at the town library.",
    "The town library <be/1> about to reopen, and {A} <help> there.",
  ],
  units: [book, shelf, dollar],
  links: [
    containers(shelf, book, {
      hold: "hold",
      fill: "catalog",
      put: "put",
      preposition: "on",
      rates: range(12, 45),
      counts: range(3, 20),
      kinds: [
        ["narrow", "wide"],
        ["short", "long"],
      ],
    }),
    containers(carton, book, {
      hold: "hold",
      fill: "pack",
      put: "put",
      preposition: "in",
      rates: range(8, 30),
      counts: range(2, 15),
      packOnly: true,
    }),
    sale(book, dollar, { label: noun("used book"), rates: [1, 1.5, 2, 3, 4, 5], counts: range(8, 60) }),
    pace(day, book, { rates: range(12, 80), counts: range(2, 12) }),
    purchase(magazine, dollar, ["{A} <order> {c} for {r} each."], {
      rates: range(3, 12),
      counts: range(2, 9),
    }),
  ],
  times: schooldays,
};
