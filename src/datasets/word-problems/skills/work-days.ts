import { defineSkill } from "../skill.ts";

const crews = [
  ["painters", "paint a school"],
  ["workers", "build a bridge"],
  ["farmers", "harvest a field"],
  ["gardeners", "plant a park"],
  ["cooks", "prepare a feast"],
  ["sailors", "repair a ship"],
  ["tailors", "sew the costumes"],
  ["students", "clean the beach"],
] as const;

/** Some of a crew stay away: how long the others need for the same work. */
export const workDays = defineSkill({
  id: "work-days",
  name: "work in days",
  draw: (random) => {
    const [crew, work] = random.pick(crews);
    for (;;) {
      const planned = random.integer(4, 12);
      const days = random.integer(3, 12);
      const absent = random.integer(2, planned - 2);
      const present = planned - absent;
      const effort = planned * days;
      if (effort % present === 0) {
        return {
          crew,
          work,
          units: "days",
          planned,
          days,
          absent,
          present,
          effort,
          needed: effort / present,
        };
      }
    }
  },
  solution: [
    "For one alone it is {planned} * {days} = {effort} {units}.",
    "There are {planned} - {absent} = {present} {crew}.",
    "They need {effort} / {present} = {needed} {units}.",
  ],
  answer: "needed",
  wordings: [
    {
      opening: [
        [
          "{planned} {crew} [need|take] {days} days to {work} [near {place}|]",
          "it takes {planned} {crew} {days} days to {work} [near {place}|]",
          "{who} [knows|says|has heard] that {planned} {crew} [can {work}|{work}] in {days} days",
          "{who} [plans|wants] to {work} in {days} days with {planned} {crew}",
          "to {work}, {planned} {crew} [work|need] {days} days",
          "{who} [leads|hires|pays] {planned} {crew} who can {work} in {days} days",
          "{days} days are [planned|enough] for {planned} {crew} to {work} [near {place}|for {whom}|]",
          "{whose} {relative} [calls|sends|knows] {planned} {crew} who need {days} days to {work}",
        ],
        [
          "{absent} of them are [ill|away|sick|on holiday]",
          "{absent} of the {crew} [do not come|stay at home|have no time|leave before the start]",
          "[on {day}|that week|this {season}] {absent} of the {crew} [are missing|cannot come|stay away]",
          "{who} sends {absent} of [them|the {crew}] [home|away|to {place}]",
          "{friend} needs {absent} of [them|the {crew}] for [other work|something else|{event}]",
          "only {absent} of [them|the {crew}] [cannot|do not] [start|take part]",
          "{absent} [call|write] to {whom} that they cannot come",
        ],
        [
          "the others [work|go on] at the same [speed|pace|rate]",
          "all [of them|the others] work at the same [speed|pace|rate]",
          "[each|every one] of the others works as fast as [planned|before]",
          "the rest do the [whole|same] work [without help|on their own|alone]",
          "nobody works [faster|slower] than [planned|before]",
          "{who} [lets|has] the others do [everything|all the work] at the usual [speed|pace]",
          "no one else [comes|helps], and the pace [stays the same|does not change]",
        ],
      ],
      question: [
        "how many days do the others need [for the work|to {work}|]",
        "how many days does [the work|it] take [now|with the others|]",
        "in how many days [is the work done|do the others {work}]",
        "how long do the [others|remaining {crew}] [work|need], in days",
        "how many days [pass|go by] [until the work is done|before the work is done]",
        "how many days must {who} [wait|plan] [for this|now|]",
        "what number of days [is needed|does {who} write down] [for the others|now|]",
      ],
    },
  ],
  heldOutWordings: [
    {
      words: { crew: "people" },
      opening: [
        [
          "food in a camp led by {whom} lasts {planned} people {days} days",
          "{who} leads a camp with food that lasts {planned} people {days} days",
        ],
        ["{absent} people go home before the first meal", "before the first meal {absent} people go home"],
      ],
      question: [
        "how many days does the food last the people who stay",
        "for how many days can the people who stay eat",
      ],
    },
    {
      words: { crew: "pipes", units: "hours" },
      opening: [
        [
          "a pool owned by {whom} is filled by {planned} pipes in {days} hours",
          "{planned} pipes fill a pool owned by {whom} in {days} hours",
        ],
        ["{absent} pipes are broken", "{absent} of the pipes do not work"],
      ],
      question: [
        "how many hours does it take to fill the pool with the pipes that work",
        "in how many hours do the working pipes fill the pool",
      ],
    },
    {
      words: { crew: "trucks", units: "trips" },
      opening: [
        [
          "in a plan by {whom}, {planned} trucks move all the stones in {days} trips each",
          "{who} plans {days} trips for each of {planned} trucks to move all the stones",
        ],
        [
          "{absent} trucks are sold before the work begins",
          "before the work begins {absent} trucks are sold",
        ],
      ],
      question: [
        "how many trips must each remaining truck make",
        "how many trips does that make for each truck that is left",
      ],
    },
  ],
});
