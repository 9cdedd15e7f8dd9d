import { defineSkill } from "../skill.ts";

const jobs = [
  ["paints", "toy", "toys"],
  ["packs", "parcel", "parcels"],
  ["sews", "bag", "bags"],
  ["bakes", "cookie", "cookies"],
  ["prints", "poster", "posters"],
  ["folds", "shirt", "shirts"],
  ["picks", "apple", "apples"],
  ["plants", "tulip", "tulips"],
  ["washes", "plate", "plates"],
  ["checks", "lamp", "lamps"],
  ["writes", "card", "cards"],
  ["fills", "jar", "jars"],
] as const;

/** Part of an order is done; the rest is done at a steady rate. */
export const rates = defineSkill({
  id: "rates",
  name: "steady rates",
  draw: (random) => {
    const [makes, thing, things] = random.pick(jobs);
    const rate = random.integer(4, 15);
    const hours = random.integer(3, 12);
    const done = random.integer(5, 40);
    const rest = rate * hours;
    return { makes, thing, things, rate, hours, done, rest, goal: rest + done };
  },
  solution: ["The rest is {goal} - {done} = {rest} {things}.", "This takes {rest} / {rate} = {hours} hours."],
  answer: "hours",
  wordings: [
    {
      details: [
        [
          "an order [calls for|asks for|needs] {goal} {things} [from {whom}|in all|]",
          "{who} [wants|has|needs] to finish {goal} {things} [for {event}|by {day}|for {friend}|]",
          "{whose} [goal|target|order] is [a total of|] {goal} {things}",
          "{friend} [orders|asks for] {goal} {things} [from {whom}|for {event}|]",
          "{goal} {things} [must be ready|are needed] [for {event}|by {day}|at {place}]",
        ],
        [
          "{done} {things} are [already|] [done|finished|ready] [before lunch|so far|]",
          "{who} [already has {done} {things}|finished {done} {things} yesterday|has done {done} {things} so far]",
          "{friend} [has already finished|gives {whom}] {done} of the {things}",
          "{done} of the {things} are [done|ready|complete] [when {who} starts|at the start|]",
          "the first {done} {things} are [finished|done] [before lunch|with help from {friend}|]",
        ],
        [
          "{who} {makes} {rate} {things} [per hour|each hour|every hour|in an hour]",
          "[each|every] hour {who} {makes} {rate} {things}",
          "{whose} [speed|pace|rate] is {rate} {things} [per hour|an hour|every hour]",
          "in [one|a single] hour {who} {makes} {rate} {things} [in {room}|with {his} {relative}|]",
          "{who} works in {room} and {makes} {rate} {things} [per hour|every hour]",
        ],
      ],
      question: [
        "how many [more|] hours does {who} [need|work] [for the rest|to finish|to reach the goal]",
        "how many hours [pass before|go by until] [all|all of] the {things} are [ready|done]",
        "how long does [it take|the rest take] {whom}, in hours",
        "for how many [more|] hours [must|should] {who} work",
        "in how many hours is [the work|everything|the last of the {things}] [done|ready|finished]",
      ],
    },
  ],
  heldOutWordings: [
    {
      opening: [
        [
          "a sign on the wall says that {goal} {things} leave the workshop tonight",
          "the workshop promised {goal} {things} for tonight",
        ],
        ["the shelf [holds|shows] {done} of them", "{done} of them stand on the shelf"],
        [
          "{who} {makes} the missing ones, {rate} in every hour",
          "{who} turns to the missing ones and {makes} {rate} of them an hour",
        ],
      ],
      question: ["how many hours remain until the shelf is full", "after how many hours is nothing missing"],
    },
    {
      opening: [
        [
          "a machine run by {whom} [works|goes] at {rate} {things} an hour",
          "{whose} machine turns out {rate} {things} an hour",
        ],
        ["its counter [shows|stands at] {done}", "the counter [shows|reads] {done} {things} right now"],
        [
          "the machine [stops|shuts down] when the counter reaches {goal} {things}",
          "at {goal} {things} the machine shuts down",
        ],
      ],
      question: ["how many hours does the machine still run", "in how many hours does the machine stop"],
    },
    {
      opening: [
        [
          "{who} and a helper finish {rate} {things} together in an hour",
          "with a helper, {who} gets {rate} {things} done in an hour",
        ],
        ["the customer already holds {done} {things}", "{done} {things} were delivered last week"],
        ["the customer paid for {goal} {things}", "the whole contract is for {goal} {things}"],
      ],
      question: [
        "how many hours of work does the customer still wait for",
        "how many hours of work does the contract still need",
      ],
    },
  ],
});
