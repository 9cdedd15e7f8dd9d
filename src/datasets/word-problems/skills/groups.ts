import { drawThings } from "../grammar/things.ts";
import { defineSkill } from "../skill.ts";

/** Two sizes of equal groups, and their total. */
export const groups = defineSkill({
  id: "groups",
  name: "equal groups",
  draw: (random) => {
    const big = random.integer(2, 9);
    const inBig = random.integer(11, 25);
    const small = random.integer(2, 9);
    const inSmall = random.integer(3, 10);
    const first = big * inBig;
    const second = small * inSmall;
    return { ...drawThings(random), big, inBig, small, inSmall, first, second, total: first + second };
  },
  solution: [
    "One kind has {big} * {inBig} = {first} {things}.",
    "The other kind has {small} * {inSmall} = {second} {things}.",
    "Together that is {first} + {second} = {total} {things}.",
  ],
  answer: "total",
  wordings: [
    {
      details: [
        [
          "{who} [fills|packs] {big} large {containers} with {inBig} {things} [each|in every one]",
          "{big} large {containers} hold {inBig} {things} each [in {room}|for {event}|]",
          "there are {inBig} {things} in each of {big} large {containers} [that {who} owns|at {place}|]",
          "{who} [has|carries|buys] {big} large {containers} that hold {inBig} {things} each",
          "each of {whose} {big} large {containers} [has|contains|holds] {inBig} {things}",
          "on {day} {who} puts {inBig} {things} into each of {big} large {containers}",
        ],
        [
          "{friend} [brings|adds|owns] {small} small {containers} with {inSmall} {things} [each|in each one]",
          "{small} small {containers} [come with|have|contain] {inSmall} {things} each",
          "{who} [also fills|prepares|closes] {small} small {containers} of {inSmall} {things} [each|]",
          "in {small} small {containers} there are {inSmall} {things} [each|per {container}]",
          "each of [the|] {small} small {containers} [near the door|on the table|in {room}|] holds {inSmall} {things}",
          "{whose} {relative} packs {inSmall} {things} into each of {small} small {containers}",
        ],
      ],
      question: [
        "how many {things} are there [in all|altogether|in total|]",
        "how many {things} [do all the {containers} hold|are in all the {containers}] [together|]",
        "what is the total number of {things} [in the {containers}|]",
        "how many {things} [are packed|can be counted] [in all|altogether|in total]",
        "what do the {things} in [all|both kinds of] {containers} add up to",
      ],
    },
  ],
  heldOutWordings: [
    {
      opening: [
        [
          "{big} rows of {inBig} {things} cover the floor of a hall that {who} rents",
          "{who} lays {big} rows of {inBig} {things} on the floor",
        ],
        [
          "{small} shorter rows [show|have] {inSmall} {things} each",
          "behind them lie {small} shorter rows of {inSmall} {things}",
        ],
      ],
      question: ["how many {things} lie on the floor", "how many {things} make up all the rows"],
    },
    {
      opening: [
        [
          "{big} teams under {whom} [pick up|find] {inBig} {things} per team",
          "{who} sends out {big} teams, and each team [picks up|finds] {inBig} {things}",
        ],
        [
          "{small} helpers [pick up|find] {inSmall} {things} per person",
          "every one of {small} helpers [picks up|finds] {inSmall} {things}",
        ],
      ],
      question: [
        "what do the teams and helpers find together, in {things}",
        "how many {things} do the teams and helpers find together",
      ],
    },
    {
      opening: [
        [
          "[a|one] bill for {whom} lists {big} crates at {inBig} {things} per crate",
          "{who} signs for {big} crates at {inBig} {things} per crate",
        ],
        [
          "[another|a further] bill lists {small} parcels at {inSmall} {things} per parcel",
          "{small} parcels at {inSmall} {things} per parcel are listed as well",
        ],
      ],
      question: ["how many {things} are delivered", "how many {things} do the crates and parcels bring"],
    },
  ],
});
