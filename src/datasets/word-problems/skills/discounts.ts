import { defineSkill } from "../skill.ts";

const offers = [
  ["the clothes shop", "coat", "coats"],
  ["the clothes shop", "jacket", "jackets"],
  ["the shoe shop", "pair of boots", "pairs of boots"],
  ["the garden shop", "small tree", "small trees"],
  ["the garden shop", "bench", "benches"],
  ["the toy shop", "board game", "board games"],
  ["the toy shop", "toy train", "toy trains"],
  ["the furniture shop", "lamp", "lamps"],
  ["the furniture shop", "chair", "chairs"],
  ["the sports shop", "helmet", "helmets"],
  ["the sports shop", "tennis racket", "tennis rackets"],
  ["the book shop", "globe", "globes"],
] as const;

/** A percentage off a price, for several pieces. */
export const discounts = defineSkill({
  id: "discounts",
  name: "discounts",
  draw: (random) => {
    const percent = random.pick([10, 20, 25, 30, 40, 50]);
    const price = percent === 25 ? random.integer(2, 15) * 4 : random.integer(2, 9) * 10;
    const count = random.integer(2, 7);
    const off = (price * percent) / 100;
    const reduced = price - off;
    const [shop, ware, wares] = random.pick(offers);
    return { shop, ware, wares, percent, price, count, off, reduced, total: reduced * count };
  },
  solution: [
    "The discount is {price} * {percent} / 100 = {off} dollars.",
    "One {ware} costs {price} - {off} = {reduced} dollars.",
    "The {wares} cost {reduced} * {count} = {total} dollars.",
  ],
  answer: "total",
  wordings: [
    {
      details: [
        [
          "a {ware} [usually|normally|] costs {price} dollars [at {shop}|]",
          "the [usual|normal|full] price of a {ware} is {price} dollars",
          "{shop} [usually|normally] [sells|offers] [a|one|each] {ware} for {price} dollars",
          "{who} [sees|finds] {wares} for {price} dollars each [at {shop}|on {day}]",
          "the price tag on [every|each] {ware} [at {shop}|] says {price} dollars",
        ],
        [
          "{shop} [gives|offers] a discount of {percent} percent [on {day}|for {event}|this {season}|]",
          "there is a {percent} percent discount [on all {wares}|in the {season} sale|for {event}]",
          "[on {day}|this {season}|today] all {wares} are {percent} percent off",
          "[a|the] sale [takes|cuts] {percent} percent off [the price of each {ware}|every price]",
          "{friend} works at {shop} and gets {whom} {percent} percent off",
          "{who} has a card that [takes|cuts] {percent} percent off [every|the] price",
        ],
        [
          "{who} [buys|orders|chooses|takes] {count} {wares} [for {his} {relative}|for {event}|]",
          "{who} [needs|wants] {count} {wares} [for {his} family|for {his} {relative}|]",
          "{who} [goes|walks|runs] to {shop} [on {day}|in the {moment}|] and [gets|takes] {count} {wares}",
          "{count} {wares} go into {whose} [bag|basket|cart]",
          "{who} and {his} {relative} pick out {count} {wares}",
        ],
      ],
      question: [
        "how [much|many dollars] does {who} [pay|spend] [in all|in total|for all the {wares}|]",
        "how many dollars [do the {wares} cost|does {who} need for the {wares}] [together|in all|]",
        "what is the total [price|cost] [of the {wares}|that {who} pays], in dollars",
        "what does {who} pay for [everything|all of them], in dollars",
        "how many dollars [are due|must {who} pay] [at the counter|for everything|in the end]",
      ],
    },
  ],
  heldOutWordings: [
    {
      opening: [
        [
          "the catalog [lists|shows] a {ware} at {price} dollars",
          "{who} reads in the catalog that a {ware} is {price} dollars",
        ],
        [
          "members get {percent} percent [taken off|less on the bill]",
          "for members the bill drops by {percent} percent",
        ],
        [
          "{who} is a member and sends for {count} {wares}",
          "as a member {who} has {count} {wares} sent home",
        ],
      ],
      question: [
        "what sum is on the bill for the {wares}, in dollars",
        "how many dollars does the bill come to",
      ],
    },
    {
      opening: [
        [
          "{who} sells {wares} and had asked {price} dollars for one",
          "for one {ware} {who} had asked {price} dollars",
        ],
        ["{who} lowers the price by {percent} percent", "the price goes down by {percent} percent"],
        ["{count} {wares} are sold after that", "then buyers take {count} {wares}"],
      ],
      question: [
        "how many dollars do the sold {wares} bring in",
        "what money comes in for the sold {wares}, in dollars",
      ],
    },
    {
      opening: [
        [
          "in a window {who} spots a {ware} marked {price} dollars",
          "a {ware} marked {price} dollars is in the window when {who} looks",
        ],
        [
          "a red sign reads {percent} percent off all marked prices",
          "all marked prices fall by {percent} percent at noon",
        ],
        ["after noon a class orders {count} {wares}", "a club takes {count} {wares} at the lower price"],
      ],
      question: ["how many dollars is the order worth", "what is paid for the order, in dollars"],
    },
  ],
});
