import { drawGoods } from "../grammar/shops.ts";
import { defineSkill } from "../skill.ts";

/** A combined price, paid in equal parts. */
export const sharedBill = defineSkill({
  id: "shared-bill",
  name: "combined price",
  draw: (random) => {
    for (;;) {
      const goods = drawGoods(random);
      const count = random.integer(2, 7);
      const count2 = random.integer(2, 7);
      const cost = count * goods.price;
      const cost2 = count2 * goods.price2;
      const total = cost + cost2;
      const people = random.integer(3, 9);
      if (total % people === 0 && total > people) {
        return { ...goods, count, count2, cost, cost2, total, people, part: total / people };
      }
    }
  },
  solution: [
    "The {wares} cost {count} * {price} = {cost} dollars.",
    "The {wares2} cost {count2} * {price2} = {cost2} dollars.",
    "The total is {cost} + {cost2} = {total} dollars.",
    "Each part is {total} / {people} = {part} dollars.",
  ],
  answer: "part",
  wordings: [
    {
      details: [
        [
          "{who} and {his} friends [buy|order|choose] {count} {wares} [at|for] {price} dollars [each|apiece]",
          "the group around {whom} [buys|orders|takes] {count} {wares} at {price} dollars each",
          "{count} {wares} [for|at] {price} dollars [each|apiece] [are on|go on] the bill",
          "on the bill at {shop} {who} sees {count} {wares} [for|at] {price} dollars each",
          "{who} [orders|gets] {count} {wares}, and each {ware} costs {price} dollars",
        ],
        [
          "the group [buys|orders|takes] {count2} {wares2} [at|for] {price2} dollars [each|apiece]",
          "{friend} [adds|orders|asks for] {count2} {wares2} at {price2} dollars each",
          "{count2} {wares2} [for|at] {price2} dollars [each|apiece] are [added|bought too|on the table]",
          "each of {count2} {wares2} [on the bill|from {shop}|] costs {price2} dollars",
          "there are {count2} {wares2} [at|priced at] {price2} dollars [each|apiece] [from {shop}|]",
        ],
      ],
      closing: [
        [
          "{people} people [share|split|divide] the [bill|cost|price] [equally|evenly]",
          "the [bill|cost] is [shared|split|divided] [equally|evenly] [among|between] {people} people",
          "{people} [friends|people] pay [equal parts|equal shares|the same amount each]",
          "each of {people} people pays the same [part|share|amount]",
          "{people} people [agree|want|decide] to pay the same",
        ],
      ],
      question: [
        "how many dollars does [each person|each one|each of them|one person] pay",
        "how many dollars must [each person|each one|one person] [bring|give|pay]",
        "what does [each one|each of them|one person] pay, in dollars",
        "how [big|large] is [each share|the share of each person|one part], in dollars",
        "what is the [part|share] of [each person|each one|{friend}], in dollars",
      ],
    },
  ],
  heldOutWordings: [
    {
      opening: [
        [
          "a present from {whose} class is made of {count} {wares} worth {price} dollars each",
          "{whose} class puts together a present with {count} {wares} worth {price} dollars each",
        ],
        [
          "{count2} {wares2} worth {price2} dollars each lie beside them",
          "beside them lie {count2} {wares2} worth {price2} dollars each",
        ],
        ["{people} families put money into a hat for it", "the money for it comes from {people} families"],
      ],
      question: [
        "what amount comes from one family when all put in the same, in dollars",
        "how many dollars come from one family when all put in the same",
      ],
    },
    {
      opening: [
        [
          "{whose} prize at a raffle is {count} {wares} valued at {price} dollars each",
          "{who} wins {count} {wares} valued at {price} dollars each",
        ],
        [
          "the prize includes {count2} {wares2} valued at {price2} dollars each",
          "with it come {count2} {wares2} valued at {price2} dollars each",
        ],
        [
          "all of it is sold and {people} clubs are given equal sums",
          "{people} clubs are given equal sums when all of it is sold",
        ],
      ],
      question: ["how many dollars are given to a club", "what sum is given to one club, in dollars"],
    },
    {
      opening: [
        [
          "{who} writes a check for {count} {wares}, {price} dollars the piece",
          "a check signed by {whom} is for {count} {wares}, {price} dollars the piece",
        ],
        [
          "it is also for {count2} {wares2}, {price2} dollars the piece",
          "it covers {count2} {wares2} as well, {price2} dollars the piece",
        ],
        ["{people} months of equal payments are allowed", "the bank allows {people} equal monthly payments"],
      ],
      question: ["how many dollars is a monthly payment", "what is a single monthly payment, in dollars"],
    },
  ],
});
