import { drawGoods } from "../grammar/shops.ts";
import { defineSkill } from "../skill.ts";

/** Held out: what is left of the money taken in after the costs. */
export const profit = defineSkill({
  id: "profit",
  name: "profit",
  draw: (random) => {
    for (;;) {
      const goods = drawGoods(random);
      const bought = random.integer(5, 12);
      const cost = random.integer(2, goods.price);
      const sold = random.integer(4, bought);
      const spent = bought * cost;
      const taken = sold * goods.price;
      const fee = random.integer(2, 15);
      const expenses = spent + fee;
      if (taken > expenses + 1)
        return { ...goods, bought, cost, sold, spent, taken, fee, expenses, profit: taken - expenses };
    }
  },
  solution: [
    "The {wares} cost {bought} * {cost} = {spent} dollars.",
    "All costs are {spent} + {fee} = {expenses} dollars.",
    "The sales bring {sold} * {price} = {taken} dollars.",
    "The profit is {taken} - {expenses} = {profit} dollars.",
  ],
  answer: "profit",
  wordings: [
    {
      opening: [
        [
          "{who} [buys|gets|orders] {bought} {wares} for {cost} dollars [each|apiece] [from {friend}|at {shop}|]",
          "{bought} {wares} cost {whom} {cost} dollars [each|apiece] [at {shop}|]",
          "{who} pays {cost} dollars [each|apiece] for {bought} {wares} [from {friend}|to sell at {place}|]",
          "for {bought} {wares} {who} pays {cost} dollars [each|apiece]",
        ],
        [
          "{who} [sells|manages to sell] {sold} of [them|the {wares}] for {price} dollars [each|apiece]",
          "{sold} of [them|the {wares}] are sold [at {place}|on {day}|] for {price} dollars [each|apiece]",
          "[people|visitors|neighbors] [buy|take] {sold} of [them|the {wares}] at {price} dollars [each|apiece]",
          "{friend} helps to sell {sold} of [them|the {wares}] for {price} dollars [each|apiece]",
        ],
        [
          "{who} [pays|spends] {fee} dollars for [a table|a stand|a sign|the bus]",
          "[a table|a stand|a sign|a place] [at {event}|near {place}|] costs {fee} dollars",
          "{fee} dollars go to {friend} for [a table|a stand|some help]",
          "there is also a fee of {fee} dollars",
        ],
      ],
      question: [
        "how many dollars of profit does {who} make",
        "what is {whose} profit, in dollars",
        "how many dollars does {who} [gain|earn] [after all costs|when all costs are paid]",
        "how many dollars [are left for|remain for|stay with] {whom} after all costs",
        "what profit [is left|remains] [for {whom}|in the end|], in dollars",
      ],
    },
  ],
  heldOutWordings: [],
});
