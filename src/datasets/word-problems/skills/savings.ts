import { defineSkill } from "../skill.ts";

const dreams = [
  "bike",
  "guitar",
  "camera",
  "tent",
  "desk",
  "drum",
  "telescope",
  "violin",
  "boat",
  "skateboard",
];
const treats = ["snacks", "bus rides", "comics", "drinks", "school lunches", "small gifts"];

/** Weeks of saving what is earned and not spent, until a price is reached. */
export const savings = defineSkill({
  id: "savings",
  name: "savings over weeks",
  draw: (random) => {
    const weeks = random.integer(3, 15);
    const saved = random.integer(4, 20);
    const spent = random.integer(2, 15);
    const needed = weeks * saved;
    const owned = random.integer(5, 60);
    const earned = saved + spent;
    return {
      round: "week",
      rounds: "weeks",
      dream: random.pick(dreams),
      wares: random.pick(treats),
      weeks,
      saved,
      spent,
      needed,
      owned,
      earned,
      goal: needed + owned,
    };
  },
  solution: [
    "Still needed are {goal} - {owned} = {needed} dollars.",
    "Each {round} {earned} - {spent} = {saved} dollars are saved.",
    "It takes {needed} / {saved} = {weeks} {rounds}.",
  ],
  answer: "weeks",
  wordings: [
    {
      opening: [
        [
          "{who} [wants|plans|hopes] to buy a {dream} [for|that costs] {goal} dollars",
          "a {dream} [that {who} likes|in a shop near {place}] costs {goal} dollars, and {who} wants to buy it",
          "{who} [needs|has to save] {goal} dollars for a {dream} [to use in {season}|]",
          "{friend} [sells|offers] {whom} a {dream} for {goal} dollars",
          "the price of the {dream} that {who} [wants|needs|likes] is {goal} dollars",
        ],
      ],
      details: [
        [
          "{who} [already has|has saved] {owned} dollars [at home|in a box|]",
          "{owned} dollars are [already|now] in {whose} [box|bank|pocket]",
          "{whose} {relative} [gives|sends|hands] {whom} {owned} dollars [at the start|for it|]",
          "{who} [starts|begins] with {owned} dollars [from {his} birthday|]",
          "[so far|until now] {who} has {owned} dollars",
        ],
        [
          "{who} [earns|makes|gets] {earned} dollars [a|each|every] week [at {place}|for small jobs|]",
          "[each|every] week {whose} {relative} [pays|gives] {whom} {earned} dollars [for help|]",
          "{whose} weekly [pay|income] is {earned} dollars",
          "working [near {place}|in {room}|for {friend}] brings {whom} {earned} dollars [a|each|every] week",
        ],
        [
          "{who} spends {spent} dollars [a|each|every] week [on {wares}|on food|on {hobby}|]",
          "[each|every] week {spent} dollars [of it|] [go to|are spent on] [{hobby}|food|{wares}|bus rides]",
          "{whose} weekly costs are {spent} dollars",
          "{wares} cost {whom} {spent} dollars [a|each|every] week",
        ],
      ],
      question: [
        "how many weeks does [it take|this take] [{whom}|] to [have|save|get] enough [money|]",
        "[after|in] how many weeks [can|does] {who} [buy|pay for] the {dream}",
        "how many weeks must {who} [wait|save|work] [for the {dream}|]",
        "in how many weeks does {who} have enough [money|] [for the {dream}|]",
        "for how many weeks does {who} [need to save|have to save]",
      ],
    },
  ],
  heldOutWordings: [
    {
      words: { round: "concert", rounds: "concerts" },
      opening: [
        [
          "a band led by {whom} needs {goal} dollars for a new sound system",
          "{who} leads a band that needs {goal} dollars for a new sound system",
        ],
        ["fans gave {owned} dollars", "{owned} dollars came from fans"],
        [
          "a concert brings {earned} dollars and costs {spent} dollars",
          "a concert costs {spent} dollars and brings {earned} dollars",
        ],
      ],
      question: [
        "after how many concerts can the band pay for the sound system",
        "how many concerts does the sound system take",
      ],
    },
    {
      words: { round: "month", rounds: "months" },
      opening: [
        [
          "a school led by {whom} collects {goal} dollars for a trip",
          "{who} leads a school that collects {goal} dollars for a trip",
        ],
        ["parents gave {owned} dollars", "{owned} dollars came from parents"],
        [
          "a monthly show brings {earned} dollars and costs {spent} dollars",
          "a show each month costs {spent} dollars and brings {earned} dollars",
        ],
      ],
      question: [
        "after how many months can the school go on the trip",
        "how many months of shows does the trip take",
      ],
    },
    {
      opening: [
        ["{who} owes the bank {goal} dollars", "a debt of {goal} dollars is on {whose} mind"],
        ["a payment of {owned} dollars lowers the debt at once", "{owned} dollars are paid back at once"],
        [
          "a week has an income of {earned} dollars and expenses of {spent} dollars",
          "expenses are {spent} dollars a week and income is {earned} dollars",
        ],
      ],
      question: ["in how many weeks is the debt gone", "how many weeks pass before nothing is owed"],
    },
  ],
});
