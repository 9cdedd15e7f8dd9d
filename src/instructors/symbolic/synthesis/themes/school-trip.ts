import { organisation } from "../language/agent.ts";
import { noun } from "../language/noun.ts";
import { range } from "../retell/value.ts";
import type { Theme } from "../retell/vocabulary.ts";
import { containers, link } from "./links/index.ts";
import { schooldays } from "./times.ts";
import { money, things, trait } from "./units.ts";

const schools =
  "Hillside School,Lakeview School,Maple Street School,Riverbend School,Oakwood School,Harbor School,Pine Valley School"
    .split(",")
    .map(organisation);

const pupil = things("student", {
  obtain: ["send"],
  amounts: range(18, 120),
  most: 2000,
  varieties: ["fourth-grade", "fifth-grade", "sixth-grade"],
  statements: ["{n} from {name} <sign/2> up for a trip to the science museum."],
  gains: ["At the last minute, {A} <add> {more} to the list."],
  losses: [
    "{n} <fall/2> ill and <stay/2> at home.",
    "{n} <be/2> picked up early by their parents.",
    "{n} <leave/2> for a music rehearsal.",
  ],
  lostShares: [
    "{share} of {all} <go/2> home after lunch.",
    "{share} of {all} <stay/2> behind to rehearse a play.",
  ],
  traits: [
    trait("<bring/2> a packed lunch", "<do/2> not bring a packed lunch", "students with a packed lunch"),
    trait(
      "<have/2> been to the museum before",
      "<have/2> never been to the museum",
      "students who had been there before",
    ),
    trait("<wear/2> glasses", "<do/2> not wear glasses", "students with glasses"),
  ],
});

const bus = things("bus", {
  obtain: ["fill"],
  amounts: range(2, 9),
  most: 40,
  gains: ["In the end, {A} <fill> {more}."],
});

const group = things("group", { obtain: ["form"], amounts: range(3, 15), most: 100 });

const dollar = money({
  kept: false,
  obtain: ["spend", "pay"],
  amounts: range(40, 400, 5),
  origins: ["for the guides", "for lunch", "for parking", "for souvenirs"],
});

export const schoolTrip: Theme = {
  id: "school-trip",
  agents: schools,
  openings: ["The science museum <have/1> a busy week.", "{A} <plan> its yearly trip to the science museum."],
  units: [pupil, bus, group, dollar],
  links: [
    containers(bus, pupil, {
      hold: "carry",
      fill: "fill",
      put: "seat",
      preposition: "in",
      rates: range(20, 50),
      counts: range(2, 8),
      kinds: [["small", "large"]],
    }),
    containers(group, pupil, {
      hold: "have",
      fill: "form",
      put: "put",
      preposition: "in",
      rates: range(4, 15),
      counts: range(3, 15),
      kinds: [],
    }),
    link(
      pupil,
      dollar,
      {
        both: ["{A} <buy> tickets for {c} at {r} each.", "{A} <send> {c} and <pay> {r} for each of them."],
        rate: ["The museum <charge/1> {him} {r} for each of {all}."],
        fact: ["A ticket for one student <cost/1> {r}."],
        count: ["{A} <buy> tickets for {c}."],
        join: ["{A} <buy> a ticket for each of {all}."],
        parts: {
          tell: ["{A} <pay> {parts} for each student."],
          labels: ["for the ticket", "for the bus ride", "for a sandwich", "for an audio guide"],
        },
        changes: {
          up: ["A ticket usually <cost/1> {r}, but for the dinosaur show it <be/1> {d} more."],
          down: ["A ticket usually <cost/1> {r}, but schools <get/2> {d} off."],
          upShare: ["A ticket usually <cost/1> {r}, but for the dinosaur show it <be/1> {share} more."],
          downShare: ["A ticket usually <cost/1> {r}, but schools <get/2> {share} off."],
          count: ["{A} <buy> tickets for {c} at this price."],
          join: ["{A} <buy> a ticket for each of {all}."],
        },
      },
      { rates: range(4, 20), counts: range(20, 90), afterwards: true },
    ),
    link(
      bus,
      dollar,
      {
        both: ["{A} <rent> {c} for {r} each."],
        rate: ["Each of {all} <cost/1> {r}."],
        fact: ["Renting one bus <cost/1> {r}."],
        count: ["{A} <rent> {c}."],
        join: ["{A} <rent> all of {all} at this price."],
      },
      { rates: range(100, 400, 10), counts: range(2, 8), label: noun("bus") },
    ),
  ],
  times: schooldays,
};
