import { defineSkill } from "../skill.ts";

const measures = [
  { unit: "feet", small: "inches", factor: 12, stuff: "ribbon", pieces: "bows", made: "cut" },
  { unit: "feet", small: "inches", factor: 12, stuff: "wire", pieces: "hooks", made: "cut" },
  { unit: "yards", small: "feet", factor: 3, stuff: "cloth", pieces: "flags", made: "cut" },
  { unit: "yards", small: "feet", factor: 3, stuff: "rope", pieces: "swings", made: "made" },
  { unit: "pounds", small: "ounces", factor: 16, stuff: "flour", pieces: "loaves", made: "made" },
  { unit: "pounds", small: "ounces", factor: 16, stuff: "clay", pieces: "cups", made: "made" },
  { unit: "gallons", small: "quarts", factor: 4, stuff: "juice", pieces: "bottles", made: "filled" },
  { unit: "gallons", small: "cups", factor: 16, stuff: "soup", pieces: "bowls", made: "filled" },
  { unit: "meters", small: "centimeters", factor: 100, stuff: "wood", pieces: "shelves", made: "cut" },
  { unit: "meters", small: "centimeters", factor: 100, stuff: "string", pieces: "bracelets", made: "made" },
] as const;

/** A supply in a large unit becomes pieces measured in a small one. */
export const unitConversion = defineSkill({
  id: "unit-conversion",
  name: "unit conversion",
  draw: (random) => {
    const measure = random.pick(measures);
    for (;;) {
      const amount = random.integer(2, 12);
      const whole = amount * measure.factor;
      const lost = random.integer(2, 20);
      const each = random.integer(2, 12) * (measure.factor === 100 ? 5 : 1);
      const used = whole - lost;
      const count = used / each;
      if (Number.isInteger(count) && count >= 2 && count <= 40)
        return { ...measure, amount, whole, lost, used, each, count };
    }
  },
  solution: [
    "{amount} {unit} are {amount} * {factor} = {whole} {small}.",
    "For the {pieces} {whole} - {lost} = {used} {small} are left.",
    "That gives {used} / {each} = {count} {pieces}.",
  ],
  answer: "count",
  wordings: [
    {
      opening: [
        [
          "{who} [has|buys|orders] {amount} {unit} of {stuff} [at {place}|for {event}|from {friend}|]",
          "{whose} {relative} [gives|brings] {whom} {amount} {unit} of {stuff} [on {day}|]",
          "there are {amount} {unit} of {stuff} in {whose} [room|workshop|kitchen]",
          "{who} finds {amount} {unit} of {stuff} [in {room}|at home|]",
          "{friend} [sells|sends] {amount} {unit} of {stuff} to {whom} [on {day}|in {season}|]",
        ],
        [
          "{lost} {small} [of it|of the {stuff}] are [lost|wasted|of no use|gone]",
          "{who} [loses|wastes|gives away|throws away] {lost} {small} of [it|the {stuff}]",
          "{friend} [takes|needs|asks for] {lost} {small} of [it|the {stuff}] [first|]",
          "{who} [uses|keeps] {lost} {small} of [it|the {stuff}] for [a test|something else|{his} {relative}]",
          "{lost} {small} [get wet|are bad|turn out bad] and cannot be used",
        ],
        [
          "{pieces} are {made} from the rest with {each} {small} [each|for each one]",
          "the rest becomes {pieces} [of|with] {each} {small} each",
          "{who} turns the rest into {pieces} [of|with] {each} {small} each",
          "every one of the {pieces} {made} from the rest [needs|takes] {each} {small}",
          "it takes {each} {small} for each of the {pieces} {made} [by {whom}|in {room}|] from the rest",
        ],
      ],
      question: [
        "how many {pieces} [are there|does {who} get|can be {made}|are {made}]",
        "how many {pieces} [can {who} count|does {who} have] [in the end|at the end|]",
        "what is the number of {pieces} [{made} from the {stuff}|in the end|that {who} gets]",
        "for how many {pieces} [is there enough {stuff}|does the {stuff} last]",
      ],
    },
  ],
  heldOutWordings: [
    {
      opening: [
        [
          "a roll or barrel in {whose} store [contains|contained] {amount} {unit} of {stuff}",
          "the store of {stuff} that {who} keeps is {amount} {unit}",
        ],
      ],
      details: [
        ["a [customer|mouse] [gets|gets away with] {lost} {small}", "{lost} {small} are sold to a customer"],
        [
          "{whose} plan for {pieces} asks for {each} {small} apiece",
          "one of the {pieces} uses up {each} {small}",
        ],
      ],
      question: [
        "how many {pieces} does the remaining {stuff} allow",
        "for how many {pieces} will the remaining {stuff} do",
      ],
    },
    {
      opening: [
        [
          "a club pays {whom} for {pieces} and supplies {amount} {unit} of {stuff}",
          "{who} works for a club that supplies {amount} {unit} of {stuff} for {pieces}",
        ],
      ],
      details: [
        ["the club wants {lost} {small} returned", "{lost} {small} go back to the club"],
        [
          "one of the {pieces} contains {each} {small} of {stuff}",
          "{each} {small} of {stuff} go into one of the {pieces}",
        ],
      ],
      question: ["how many {pieces} does the club receive", "with how many {pieces} can the club reckon"],
    },
    {
      opening: [
        [
          "the label reads {amount} {unit} of {stuff} when {who} opens the package",
          "{who} opens a package labelled as {amount} {unit} of {stuff}",
        ],
      ],
      details: [
        ["the package is short by {lost} {small}", "in truth {lost} {small} are missing"],
        [
          "at {each} {small} for one, {who} starts on {pieces}",
          "{who} plans {pieces} at {each} {small} for one",
        ],
      ],
      question: ["how many {pieces} come out of the package", "how many {pieces} are possible"],
    },
  ],
});
