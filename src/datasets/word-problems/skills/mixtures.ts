import { defineSkill } from "../skill.ts";

const blends = [
  ["nuts", "walnuts", "peanuts"],
  ["tea", "green tea", "black tea"],
  ["coffee", "strong coffee", "mild coffee"],
  ["dried fruit", "apricots", "raisins"],
  ["candy", "chocolate", "caramel"],
  ["seeds", "sunflower seeds", "pumpkin seeds"],
  ["cheese", "hard cheese", "soft cheese"],
  ["rice", "brown rice", "white rice"],
] as const;

/** Two goods of different prices are mixed: the price of a pound of the mixture. */
export const mixtures = defineSkill({
  id: "mixtures",
  name: "mixtures",
  draw: (random) => {
    const [blend, fine, plain] = random.pick(blends);
    for (;;) {
      const fineWeight = random.integer(2, 9);
      const plainWeight = random.integer(2, 9);
      const finePrice = random.integer(6, 15);
      const plainPrice = random.integer(2, finePrice - 2);
      const fineCost = fineWeight * finePrice;
      const plainCost = plainWeight * plainPrice;
      const cost = fineCost + plainCost;
      const weight = fineWeight + plainWeight;
      if (cost % weight === 0) {
        const amounts = { fineWeight, plainWeight, finePrice, plainPrice, fineCost, plainCost };
        return { blend, fine, plain, ...amounts, cost, weight, price: cost / weight };
      }
    }
  },
  solution: [
    "For {fine} it is {fineWeight} * {finePrice} = {fineCost} dollars.",
    "For {plain} it is {plainWeight} * {plainPrice} = {plainCost} dollars.",
    "The mixture costs {fineCost} + {plainCost} = {cost} dollars.",
    "It weighs {fineWeight} + {plainWeight} = {weight} pounds.",
    "One pound costs {cost} / {weight} = {price} dollars.",
  ],
  answer: "price",
  wordings: [
    {
      details: [
        [
          "{who} [takes|uses|buys] {fineWeight} pounds of {fine} at {finePrice} dollars [a|per] pound",
          "{fineWeight} pounds of {fine} [go in|are used] at {finePrice} dollars a pound",
          "the [mix|mixture] [has|contains|gets] {fineWeight} pounds of {fine} that cost {finePrice} dollars [a|per] pound",
          "{who} pours {fineWeight} pounds of {fine} into a [bowl|bag|barrel], at {finePrice} dollars a pound",
          "[a pound|one pound] of {fine} costs {finePrice} dollars, and {who} [takes|uses] {fineWeight} pounds [of it|]",
          "for {fine} {who} pays {finePrice} dollars [a|per] pound and [takes|gets] {fineWeight} pounds",
          "{whose} {relative} [brings|has] {fineWeight} pounds of {fine} [worth|for|at] {finePrice} dollars a pound",
          "with {finePrice} dollars as the price of a pound of {fine}, {who} [weighs|orders] {fineWeight} pounds",
        ],
        [
          "{friend} [adds|brings|gives] {plainWeight} pounds of {plain} at {plainPrice} dollars [a|per] pound",
          "{plainWeight} pounds of {plain} at {plainPrice} dollars a pound are [mixed in|added]",
          "the [mix|mixture] [has|contains|gets] {plainWeight} pounds of {plain} for {plainPrice} dollars [a|per] pound",
          "{who} [finds|adds|needs] {plainWeight} pounds of {plain}, [priced at|at] {plainPrice} dollars a pound",
          "{plain} can be had for {plainPrice} dollars a pound, and {plainWeight} pounds are [used|needed]",
          "each pound of {plain} costs {plainPrice} dollars, and {friend} [brings|needs|takes] {plainWeight} pounds",
          "{friend} sells {plain} for {plainPrice} dollars [a|per] pound, and {who} gets {plainWeight} pounds [of it|]",
          "it takes {plainWeight} pounds of {plain} [worth|for|at] {plainPrice} dollars a pound",
        ],
      ],
      closing: [
        [
          "all of it is [mixed|stirred] [well|in {room}|in a big bowl|by {friend}]",
          "{who} [stirs|mixes] [it|everything] [well|with a spoon|in {room}] [for {event}|]",
          "the [mix|mixture] is [sold|offered|eaten] at [{place}|{event}]",
          "{who} and {friend} [like|try|sell|enjoy] the [mix|mixture] [on {day}|at {place}|]",
          "nothing is [lost|wasted|thrown away] [when it is mixed|on the way|]",
          "{whose} {relative} [likes|wants|needs] this [mix|mixture] [for {event}|very much|]",
        ],
      ],
      question: [
        "how many dollars does [a|one] pound of the [mix|mixture] [of {blend}|] cost",
        "what is the [price|cost] of [a|one] pound of the mixed {blend}, in dollars",
        "what is [one|a] pound of the [mix|mixture] worth, in dollars",
        "how many dollars [should|must] {who} ask for a pound [to earn back the cost|to get the cost back]",
        "what does each pound of the mixed {blend} cost {whom}, in dollars",
        "how many dollars [is that|does that make] for [one|a single] pound of [it all|the mix|mixed {blend}]",
        "at what price [a|per] pound is [nothing gained and nothing lost|the cost just covered], in dollars",
      ],
    },
  ],
  heldOutWordings: [
    {
      opening: [
        [
          "a recipe by {whom} lists {fineWeight} pounds of {fine}, {finePrice} dollars the pound",
          "{who} writes a recipe with {fineWeight} pounds of {fine}, {finePrice} dollars the pound",
        ],
        [
          "its next line is {plainWeight} pounds of {plain}, {plainPrice} dollars the pound",
          "{plainWeight} pounds of {plain}, {plainPrice} dollars the pound, are on its next line",
        ],
      ],
      question: [
        "at which price per pound does the recipe come out, in dollars",
        "how many dollars per pound does the recipe come to",
      ],
    },
    {
      opening: [
        [
          "{who} and a partner blend what they have: {who} gives {fineWeight} pounds of {fine} worth {finePrice} dollars each",
          "into a common sack {who} empties {fineWeight} pounds of {fine} worth {finePrice} dollars each",
        ],
        [
          "the partner gives {plainWeight} pounds of {plain} worth {plainPrice} dollars each",
          "{plainWeight} pounds of {plain} worth {plainPrice} dollars each come from the partner",
        ],
      ],
      question: [
        "what is the value of a single pound in the sack, in dollars",
        "how many dollars is a single pound of all this worth",
      ],
    },
    {
      opening: [
        [
          "at an auction {who} pays {finePrice} dollars for every pound of {fine} and wins {fineWeight} pounds",
          "{fineWeight} pounds of {fine} are won by {whom} at {finePrice} dollars for every pound",
        ],
        [
          "{plainWeight} pounds of {plain} are won at {plainPrice} dollars for every pound",
          "for every pound of {plain} the bid is {plainPrice} dollars, and {plainWeight} pounds are won",
        ],
      ],
      question: [
        "what is the average price of a pound, in dollars",
        "how many dollars is the average price of a pound",
      ],
    },
  ],
});
