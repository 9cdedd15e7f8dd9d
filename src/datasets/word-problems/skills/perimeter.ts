import { defineSkill } from "../skill.ts";

const borders = [
  ["garden", "fence", "a gate"],
  ["field", "fence", "a gate"],
  ["yard", "wall", "a door"],
  ["park", "hedge", "an entrance"],
  ["play area", "rope", "an entrance"],
  ["stage", "curtain", "the stairs"],
  ["horse meadow", "fence", "a gate"],
  ["pool", "rail", "the steps"],
] as const;

/** The border of a rectangle, less an opening, at a price for each foot. */
export const perimeter = defineSkill({
  id: "perimeter",
  name: "perimeter",
  draw: (random) => {
    const [shape, border, gap] = random.pick(borders);
    const length = random.integer(10, 40);
    const width = random.integer(5, length - 2);
    const sides = length + width;
    const around = sides * 2;
    const opening = random.integer(2, 8);
    const needed = around - opening;
    const price = random.integer(2, 6);
    return { shape, border, gap, length, width, sides, around, opening, needed, price, cost: needed * price };
  },
  solution: [
    "Two sides are {length} + {width} = {sides} feet.",
    "All around it is {sides} * 2 = {around} feet.",
    "The {border} needs {around} - {opening} = {needed} feet.",
    "That makes {needed} * {price} = {cost} dollars.",
  ],
  answer: "cost",
  wordings: [
    {
      opening: [
        [
          "{who} has a {shape} that is {length} feet long and {width} feet wide",
          "{whose} {shape} [is|measures] {length} feet by {width} feet",
          "the {shape} [near {place}|that {who} owns|behind {whose} house] is {length} feet long and {width} feet wide",
          "{who} works on a {shape} of {length} feet by {width} feet [near {place}|on {day}|]",
          "{friend} shows {whom} a {shape} with a length of {length} feet and a width of {width} feet",
          "the [long|longer] side of {whose} {shape} is {length} feet, and the short side is {width} feet",
          "[behind {place}|in {town}|at home] {who} has a {shape}, {width} feet wide and {length} feet long",
          "a [new|large|pretty] {shape} that {who} plans is {width} feet by {length} feet",
        ],
      ],
      details: [
        [
          "{opening} feet are left open for {gap}",
          "{gap} takes {opening} feet [and needs no {border}|of it|]",
          "[on one side|at one end] {opening} feet stay [open|free] for {gap}",
          "{who} leaves {opening} feet [free|open] for {gap}",
          "there is no {border} along {opening} feet because of {gap}",
          "the {border} [stops|ends] for {opening} feet [at {gap}|to make room for {gap}]",
          "{friend} [wants|asks for|plans] {gap} of {opening} feet [without a {border}|]",
          "{gap} with a width of {opening} feet [stays open|is left free]",
        ],
        [
          "[a|each|every] foot of the {border} costs {price} dollars",
          "{who} [wants|buys|builds|plans] a {border} all around it at {price} dollars [a|per] foot",
          "a {border} goes all around, and [each foot|a foot] costs {price} dollars",
          "{friend} sells the {border} for {price} dollars [a|per] foot",
          "the price of a {border} [all around|around the {shape}] is {price} dollars [a|per|for each] foot",
          "{who} pays {price} dollars for [a|each|every] foot of a {border} [on all four sides|all around]",
          "all four sides get a {border} [that costs|for|at] {price} dollars [a|per] foot",
          "[a shop|a store] near {place} [makes|sells] the {border} for {price} dollars [a|per] foot",
        ],
      ],
      question: [
        "how many dollars does {who} [pay|spend|need] for the {border}",
        "how many dollars does the {border} cost [in all|in total|]",
        "what is the [cost|price] of the whole {border}, in dollars",
        "what does {who} pay for the {border} [in all|], in dollars",
        "how many dollars [are needed|must {who} have] for the {border} around the {shape}",
        "how [large|high] is the bill for the {border}, in dollars",
        "to go all around the {shape}, how many dollars must {who} spend",
      ],
    },
  ],
  heldOutWordings: [
    {
      words: { border: "string of lights" },
      opening: [
        [
          "lights are hung by {whom} along all four sides of a room of {length} by {width} feet",
          "along all four sides of a room of {length} by {width} feet {who} hangs lights",
        ],
        ["the door of {opening} feet gets none", "no lights hang over {opening} feet of door"],
        ["a foot of lights is worth {price} dollars", "{price} dollars buy a foot of lights"],
      ],
      question: ["how many dollars are the lights worth", "what are all the lights worth, in dollars"],
    },
    {
      words: { border: "walk" },
      opening: [
        [
          "a walk once around a market {length} feet long and {width} feet wide is set up by {whom}",
          "{who} sets up a walk once around a market {length} feet long and {width} feet wide",
        ],
        ["{opening} feet of it are closed", "{opening} feet of the walk are closed"],
        [
          "a sponsor gives {price} dollars for a foot that is open",
          "for a foot that is open a sponsor gives {price} dollars",
        ],
      ],
      question: ["how many dollars does the sponsor give", "what does the sponsor give, in dollars"],
    },
    {
      words: { border: "line" },
      opening: [
        [
          "{who} paints a white line around a court of {length} feet by {width} feet",
          "a white line around a court of {length} feet by {width} feet is painted by {whom}",
        ],
        ["the line has a gap of {opening} feet", "a gap of {opening} feet is left in the line"],
        [
          "paint for one foot of line costs {price} dollars",
          "{price} dollars of paint go on one foot of line",
        ],
      ],
      question: [
        "how many dollars of paint does the line take",
        "what is the paint of the line worth, in dollars",
      ],
    },
  ],
});
