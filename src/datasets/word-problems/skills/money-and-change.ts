import { drawGoods } from "../grammar/shops.ts";
import { defineSkill } from "../skill.ts";

/** Two kinds of things are bought, and change is given back. */
export const moneyAndChange = defineSkill({
  id: "money-and-change",
  name: "money and change",
  draw: (random) => {
    const goods = drawGoods(random);
    const count = random.integer(2, 6);
    const count2 = random.integer(2, 6);
    const cost = count * goods.price;
    const cost2 = count2 * goods.price2;
    const total = cost + cost2;
    const paid = (Math.floor((total + 1) / 10) + random.integer(1, 4)) * 10;
    return { ...goods, count, count2, cost, cost2, total, paid, change: paid - total };
  },
  solution: [
    "The {wares} cost {count} * {price} = {cost} dollars.",
    "The {wares2} cost {count2} * {price2} = {cost2} dollars.",
    "The total is {cost} + {cost2} = {total} dollars.",
    "The change is {paid} - {total} = {change} dollars.",
  ],
  answer: "change",
  wordings: [
    {
      details: [
        [
          "{who} [buys|takes|chooses] {count} {wares} [for|at] {price} dollars [each|apiece]",
          "{count} {wares} at {price} dollars each [go into {whose} bag|are for {whose} {relative}|are on {whose} list]",
          "{who} needs {count} {wares} [for {event}|], and [each|one {ware}|each {ware}] costs {price} dollars",
          "at {shop} {who} [gets|picks] {count} {wares} that cost {price} dollars [each|apiece]",
          "{who} [wants|orders] {count} {wares} [with a price of|priced at] {price} dollars each",
        ],
        [
          "{who} [buys|takes|orders] {count2} {wares2} [for|at] {price2} dollars [each|apiece]",
          "{friend} asks {whom} for {count2} {wares2} at {price2} dollars each",
          "{count2} {wares2} for {whose} {relative} cost {price2} dollars [each|apiece]",
          "{who} [adds|picks] {count2} {wares2} that cost {price2} dollars [each|apiece]",
          "[each of|every one of] {count2} {wares2} [on {whose} list|in {whose} basket] costs {price2} dollars",
        ],
        [
          "{who} [pays with|hands over|gives the clerk] {paid} dollars [in cash|]",
          "{who} has {paid} dollars [in {his} pocket|with {him}|from {his} {relative}] and [pays|uses all of it to pay]",
          "the clerk [gets|takes|receives] {paid} dollars from {whom}",
          "{who} [puts|lays] {paid} dollars on the counter",
          "{whose} {relative} gave {whom} {paid} dollars to [pay|pay for it|spend]",
        ],
      ],
      question: [
        "how many dollars in change does {who} [get|receive] [back|]",
        "how many dollars does {who} get back",
        "how many dollars [are left|does {who} have left] [after paying|after that|]",
        "what is {whose} change, in dollars",
        "how many dollars [should|must|does] the clerk [return|give back] to {whom}",
      ],
    },
  ],
  heldOutWordings: [
    {
      opening: [
        [
          "a receipt for {whom} shows {count} {wares}, {price} dollars for one",
          "{count} {wares} stand on a receipt for {whom}, {price} dollars for one",
        ],
        [
          "below are {count2} {wares2}, {price2} dollars for one",
          "the receipt goes on with {count2} {wares2}, {price2} dollars for one",
        ],
        ["at the bottom it says cash {paid} dollars", "cash of {paid} dollars is noted at the bottom"],
      ],
      question: [
        "which amount of change, in dollars, belongs on the receipt",
        "what change is missing on the receipt, in dollars",
      ],
    },
    {
      opening: [
        [
          "{who} starts a trip to {shop} with {paid} dollars in a purse",
          "a purse with {paid} dollars comes along when {who} visits {shop}",
        ],
        [
          "{price} dollars is asked for a {ware}, and {count} are needed",
          "{count} are needed of the {wares} at {price} dollars",
        ],
        [
          "{price2} dollars is asked for a {ware2}, and {count2} are needed",
          "{count2} are needed of the {wares2} at {price2} dollars",
        ],
      ],
      question: [
        "how many dollars are in the purse on the way home",
        "what does the purse hold after the trip, in dollars",
      ],
    },
    {
      opening: [
        [
          "{who} is the clerk and is handed {paid} dollars",
          "as a clerk, {who} takes {paid} dollars from a customer",
        ],
        [
          "the customer carries {count} {wares} marked {price} dollars",
          "the customer shows {count} {wares} marked {price} dollars",
        ],
        [
          "{count2} {wares2} marked {price2} dollars are wrapped up too",
          "next to them lie {count2} {wares2} marked {price2} dollars",
        ],
      ],
      question: [
        "what amount does the customer receive from {whom}, in dollars",
        "how many dollars are due to the customer",
      ],
    },
  ],
});
