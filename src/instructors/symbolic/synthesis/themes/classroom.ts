import { people } from "../language/agent.ts";
import { noun } from "../language/noun.ts";
import { range } from "../retell/value.ts";
import type { Theme } from "../retell/vocabulary.ts";
import { link, outlay } from "./links/index.ts";
import { schooldays } from "./times.ts";
import { dozen, money, person, place, things, trait } from "./units.ts";

const pencil = things("pencil", {
  obtain: ["buy", "order"],
  amounts: range(12, 120),
  most: 2000,
  varieties: ["red", "blue", "green", "gray"],
  statements: ["There <be/2> {n} in {A's} classroom."],
  gains: ["A parent <bring/1> {him} {more}.", "Then {A} <find> {more} in a cupboard."],
  losses: [
    "{n} <break/2>.",
    "{n} <get/2> lost during an excursion.",
    "{A} <hand> out {n} for a test.",
    "{A} <lend> {n} to a colleague.",
  ],
  lostShares: [
    "{A} <put> {share} of {all} away for next year.",
    "{A} <give> {share} of {all} to another teacher.",
  ],
  needs: ["{A} <need> {n} for the new school year."],
  traits: [
    trait("<have/2> an eraser", "<have/2> no eraser", "pencils with an eraser"),
    trait("<be/2> sharpened", "<be/2> not sharpened", "sharpened pencils"),
  ],
  recipients: [person("colleague"), place("group"), place("class")],
  larger: [dozen("pencils")],
});

const box = things("box", {
  obtain: ["order", "buy"],
  amounts: range(3, 15),
  most: 100,
  gains: ["Then {A} <order> {more}."],
});

const student = things("student", {
  lasting: true,
  obtain: ["teach"],
  amounts: range(12, 32),
  most: 300,
  varieties: ["younger", "older"],
  gains: ["In January, {A} <get> {more}."],
  losses: ["{n} <be/2> ill.", "{n} <move/2> away."],
  lostShares: ["{share} of {all} <be/2> away on a field trip."],
  traits: [
    trait("<have/2> a library card", "<have/2> no library card", "students with a library card"),
    trait("<wear/2> glasses", "<do/2> not wear glasses", "students with glasses"),
  ],
});

const dollar = money({
  kept: false,
  obtain: ["spend"],
  amounts: [...range(8, 60), ...range(10, 120, 5)],
  most: 2000,
  origins: ["on paint", "on a globe", "on posters", "on a plant"],
  gains: ["Then {A} <pay> {more} for the delivery."],
});

const table = things("table", { obtain: ["prepare"] });

export const classroom: Theme = {
  id: "classroom",
  agents: people,
  openings: [
    "{A} <teach> at an elementary school.",
    "{A} <get> the classroom ready for the new school year.",
  ],
  units: [pencil, box, student, dollar],
  links: [
    link(
      box,
      pencil,
      {
        both: ["{A} <order> {c} with {r} in each.", "{A} <buy> {c}, each of which <contain/1> {r}."],
        rate: ["There <be/2> {r} in each of {all}.", "Each of {all} <contain/1> {r}."],
        fact: ["Every box <contain/1> {r}."],
        count: ["{A} <order> {c}."],
        wanted: ["{A} <want> to fill {c} with {r} each."],
        example: ["{c} of the same kind <contain/2> {x} in all."],
        likewise: ["{A} <order> {c} of this kind."],
        reach: {
          tell: ["The pencils <come/2> in boxes of {rate}."],
          rated: [],
          ask: ["How many boxes <do> {A} have to buy for {goal}?"],
          step: ["{A} <have> to buy {calc}."],
        },
        kinds: {
          adjectives: [["small", "large"]],
          more: ["{abase} <contain/1> {r}, and {aother} <contain/1> {d}."],
          times: ["{abase} <contain/1> {r}, and {aother} <contain/1> {k} as many."],
        },
        parts: { tell: ["Each box <contain/1> {parts}."], labels: null },
        ask: ["How many pencils <do> {A} get?"],
        step: ["{A} <get> {calc}."],
      },
      { rates: range(6, 30), counts: range(3, 15) },
    ),
    link(
      student,
      pencil,
      {
        both: ["{A} <teach> {c} and <buy> {r} for each of them."],
        rate: ["{A} <buy> {r} for each of {all}."],
        fact: ["Each student <get/1> {r}."],
        count: ["{A} <teach> {c}."],
        wanted: ["{A} <teach> {c}, each of whom <need/1> {r}."],
        parts: { tell: ["{A} <buy> {parts} for each student."], labels: null },
        ask: ["How many pencils <do> {A} buy?"],
        step: ["{A} <buy> {calc}."],
      },
      { rates: range(2, 9), counts: range(12, 30), afterwards: true },
    ),
    link(
      box,
      dollar,
      {
        both: ["{A} <buy> {c} for {r} each."],
        rate: ["Each of {all} <cost/1> {r}."],
        fact: ["One box of pencils <cost/1> {r}."],
        count: ["{A} <buy> {c}."],
        join: [],
        changes: {
          up: ["One box of pencils usually <cost/1> {r}, but the shop <raise/1> the price by {d}."],
          down: ["One box of pencils usually <cost/1> {r}, but teachers <get/2> {d} off."],
          upShare: ["One box of pencils usually <cost/1> {r}, but the shop <raise/1> the price by {share}."],
          downShare: ["One box of pencils usually <cost/1> {r}, but teachers <get/2> {share} off."],
          count: ["{A} <buy> {c} at the new price."],
          join: ["{A} <pay> the new price for all of {all}."],
        },
      },
      { label: noun("box of pencils"), rates: range(3, 15), counts: range(3, 15) },
    ),
    outlay(table, pencil, ["{A} <put> {r} on each of {c}."], ["{A} <put> out {calc}."], {
      rates: range(3, 9),
      counts: range(3, 8),
    }),
  ],
  times: schooldays,
};
