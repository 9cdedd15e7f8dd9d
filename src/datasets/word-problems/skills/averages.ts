import { drawThings } from "../grammar/things.ts";
import { defineSkill } from "../skill.ts";

/** The mean of three people's numbers. */
export const averages = defineSkill({
  id: "averages",
  name: "averages",
  draw: (random) => {
    const mean = random.integer(10, 40);
    const above = random.integer(1, 7);
    const below = random.integer(1, 7);
    const [one, two, three] = random.shuffle([mean + above, mean - below, mean - above + below]) as [
      number,
      number,
      number,
    ];
    const pair = one + two;
    return { ...drawThings(random), one, two, three, pair, total: pair + three, mean };
  },
  solution: [
    "Two together make {one} + {two} = {pair} {things}.",
    "All three make {pair} + {three} = {total} {things}.",
    "The average is {total} / 3 = {mean} {things}.",
  ],
  answer: "mean",
  wordings: [
    {
      details: [
        [
          "{who} {gathers} {one} {things} [on {day}|at {place}|in {season}|]",
          "{whose} [part|share|count] is {one} {things} [on {day}|]",
          "[at first|in {room}|with {his} {relative}] {who} {gathers} {one} {things}",
          "{one} {things} [belong to|are counted by|come from] {whom}",
        ],
        [
          "{friend} {gathers} {two} {things} [in {town}|in the {moment}|]",
          "{friend} [helps and|works hard and|] [adds|brings] {two} {things}",
          "{two} {things} [belong to|are counted by|come from] {friend}",
          "the [part|share|count] of {friend} is {two} {things}",
        ],
        [
          "{third} {gathers} {three} {things} [after school|before dinner|]",
          "{third} [comes late and|is fast and|] [adds|brings] {three} {things}",
          "{three} {things} [belong to|are counted by|come from] {third}",
          "the [part|share|count] of {third} is {three} {things}",
        ],
      ],
      question: [
        "what is the average number of {things} [per person|for the three|of the three]",
        "how many {things} [is that|are there] per person on average",
        "on average, how many {things} come from [each of the three|each person|one of them]",
        "what is the [mean|average] of the three numbers of {things}",
      ],
    },
  ],
  heldOutWordings: [
    {
      opening: [
        ["in the first week {who} sells {one} {things}", "{who} sells {one} {things} in the first week"],
        ["the second week brings {two} sales", "{two} are sold in the second week"],
        ["the third week ends with {three} sales", "{three} are sold in the third week"],
      ],
      question: [
        "how many {things} does {who} sell in an average week",
        "what is the weekly average of {things} sold",
      ],
    },
    {
      opening: [
        [
          "one of {whose} {containers} holds {one} {things}",
          "{who} counts {one} {things} in one {container}",
        ],
        ["the next {container} holds {two}", "in the next {container} there are {two}"],
        ["the last {container} holds {three}", "in the last {container} there are {three}"],
      ],
      question: [
        "how many {things} are in each {container} when {who} has made the three equal",
        "how many {things} would be in each {container} if all three were made equal",
      ],
    },
    {
      opening: [
        [
          "{name}, {friend} and {third} pool all their {things} and split them evenly",
          "{name}, {friend} and {third} put all {things} on one table to split them evenly",
        ],
      ],
      details: [
        ["{who} puts in {one}", "{one} are from {whom}"],
        ["{friend} puts in {two}", "{two} are from {friend}"],
        ["{third} puts in {three}", "{three} are from {third}"],
      ],
      question: [
        "with how many {things} does every one of them leave",
        "how many {things} does {friend} take away after the split",
      ],
    },
  ],
});
