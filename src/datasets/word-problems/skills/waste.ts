import { drawThings } from "../grammar/things.ts";
import { defineSkill } from "../skill.ts";

/** Some of what is made or bought is spoiled, and the rest is sold. */
export const waste = defineSkill({
  id: "waste",
  name: "loss and waste",
  draw: (random) => {
    const containers = random.integer(3, 9);
    const inEach = random.integer(6, 15);
    const total = containers * inEach;
    const lost = random.integer(3, Math.floor(total / 2));
    const sold = total - lost;
    const price = random.integer(2, 6);
    return {
      ...drawThings(random, ["fruit", "baking", "plants"]),
      boxes: containers,
      inEach,
      total,
      lost,
      sold,
      price,
      money: sold * price,
    };
  },
  solution: [
    "There are {boxes} * {inEach} = {total} {things}.",
    "{total} - {lost} = {sold} {things} are sold.",
    "They bring {sold} * {price} = {money} dollars.",
  ],
  answer: "money",
  wordings: [
    {
      opening: [
        [
          "{who} [fills|brings|takes] {boxes} {containers} with {inEach} {things} [each|in each one] [to {place}|]",
          "{boxes} {containers} of {inEach} {things} [each|] [arrive for|are ready for|come to] {whom} [on {day}|]",
          "there are {inEach} {things} in each of the {boxes} {containers} that {who} [brings|buys|has]",
          "{who} [buys|gets|prepares] {boxes} {containers} with {inEach} {things} each [for {event}|on {day}|]",
          "{whose} {relative} [sends|leaves] {whom} {boxes} {containers} of {inEach} {things} each",
          "each of {whose} {boxes} {containers} [has|holds|contains] {inEach} {things}",
        ],
        [
          "{lost} [of them|{things}] are [spoiled|ruined|damaged] [by the rain|by the heat|]",
          "{lost} of the {things} [cannot be sold|fall into the mud|are too old|get wet]",
          "{who} [drops|throws away|loses] {lost} of [them|the {things}] [on the way|that {moment}|]",
          "[by accident|because of the heat|on the way] {lost} {things} are [ruined|lost|spoiled]",
          "{friend} [steps on|breaks|eats] {lost} of [them|the {things}]",
        ],
        [
          "{who} sells the [rest|others|good ones] [for|at] {price} dollars [each|apiece]",
          "[people|guests|visitors] [buy|pay for] the rest at {price} dollars [each|apiece]",
          "all the [others|good ones|good {things}] are sold [for|at] {price} dollars [each|apiece]",
          "the [rest|others] sell well [near {place}|on {day}|] at {price} dollars each",
          "each of the [other|good] {things} is sold for {price} dollars",
        ],
      ],
      question: [
        "how many dollars does {who} [earn|get|make] [in all|in total|that day|]",
        "how many dollars do the sold {things} bring [{whom}|in]",
        "what does {who} [earn|make] with the {things}, in dollars",
        "what [sum|amount] does {who} [take home|earn], in dollars",
        "how many dollars [come in|are paid] for the [good|sold] {things}",
      ],
    },
  ],
  heldOutWordings: [
    {
      words: { things: "pears" },
      opening: [
        [
          "{boxes} trees in {whose} garden [carry|bear] {inEach} pears per tree",
          "{who} owns {boxes} trees with {inEach} pears per tree",
        ],
        ["birds and worms destroy {lost} pears", "{lost} pears are destroyed by birds and worms"],
        [
          "a factory takes the sound pears and pays {price} dollars for one",
          "for a sound pear a factory pays {price} dollars",
        ],
      ],
      question: ["how many dollars does the factory pay", "what does the factory pay, in dollars"],
    },
    {
      words: { things: "plates" },
      opening: [
        [
          "{who} unpacks {boxes} shipments of {inEach} plates per shipment",
          "{boxes} shipments of {inEach} plates per shipment are unpacked by {whom}",
        ],
        ["{lost} plates are cracked", "cracks are found in {lost} plates"],
        ["a whole plate is worth {price} dollars", "{price} dollars is the value of a whole plate"],
      ],
      question: [
        "what is the value of the whole plates, in dollars",
        "how many dollars are the whole plates worth",
      ],
    },
    {
      words: { things: "tickets" },
      opening: [
        [
          "a club under {whom} prints {boxes} rolls of {inEach} tickets per roll",
          "{who} prints {boxes} rolls of {inEach} tickets per roll for a club",
        ],
        ["{lost} tickets stay unsold", "nobody wants {lost} of the tickets"],
        ["a ticket is {price} dollars", "people pay {price} dollars for a ticket"],
      ],
      question: [
        "how many dollars does the club collect from tickets",
        "what does the club collect from tickets, in dollars",
      ],
    },
  ],
});
