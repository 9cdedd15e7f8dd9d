import { drawThings } from "../grammar/things.ts";
import { defineSkill } from "../skill.ts";

/** Three days, each with more than the day before: their total. */
export const consecutive = defineSkill({
  id: "consecutive",
  name: "consecutive totals",
  draw: (random) => {
    const first = random.integer(8, 50);
    const step = random.integer(3, 15);
    const second = first + step;
    const last = second + step;
    const pair = first + second;
    return {
      ...drawThings(random),
      round: "day",
      rounds: "days",
      first,
      step,
      second,
      last,
      pair,
      total: pair + last,
    };
  },
  solution: [
    "The second {round} has {first} + {step} = {second}.",
    "The third {round} has {second} + {step} = {last}.",
    "Two {rounds} have {first} + {second} = {pair}.",
    "Three {rounds} have {pair} + {last} = {total} {things}.",
  ],
  answer: "total",
  wordings: [
    {
      opening: [
        [
          "{who} {gathers} {first} {things} on the first day [at {place}|]",
          "on the first day {who} {gathers} {first} {things} [in {room}|near {place}|]",
          "on the first day {event} [needs|uses] {first} {things} [from {whom}|]",
          "{whose} first day [brings|starts with|ends with] {first} {things}",
          "the first day brings {whom} {first} {things} [from {place}|in a {container}|]",
          "{who} [starts|begins] with {first} {things} on {day}, the first day",
          "[at {place}|with {his} {relative}|in {town}] {who} {gathers} {first} {things} on the first of three days",
          "{who} needs {first} {things} for the first day of {event}",
        ],
        [
          "[each|every] day after that [has|brings|adds] {step} {things} more than the day before",
          "[each|every] [following|next] day the number [grows|goes up|rises] by {step}",
          "on [each|every] [following|later] day it is {step} [{things}|] more than the day before",
          "[each|every] [following|later] day {who} {gathers} {step} [{things}|] more than the day before",
          "the number [grows|rises|goes up] by {step} [{things}|] [each day|every day|from day to day]",
          "[from one day to the next|day after day] there are {step} {things} more",
          "{friend} helps, so that [each|every] new day has {step} [more|{things} more] than the last",
          "{step} {things} more than the day before are [needed|possible|there] on [each|every] [later|following] day",
        ],
      ],
      closing: [
        [
          "{who} writes the [number|result] of each day [in a book|on a list|on paper]",
          "this [goes on|continues] [for some time|for a while|until {event}]",
          "{friend} [adds up|looks at|checks] the numbers [on {day}|in the {moment}|with {whom}|]",
          "{whose} {relative} [is happy|is surprised|is glad] about it",
          "nothing is [lost|given away] [on the way|in between|]",
          "{who} keeps [everything|all of them] in {room}",
        ],
      ],
      question: [
        "how many {things} is that [in three days|in the first three days|after three days]",
        "how many {things} [are there|does {who} have] after three days [in all|in total|]",
        "what is the total [number|count] of {things} for the [first|] three days",
        "what do the {things} of [the first three|all three|three] days add up to",
        "how many {things} do the first three days [bring|give] [together|altogether|in all]",
        "[over|for|during] three days, how many {things} [make up the total|come together|does {who} count]",
        "at the end of the third day, how many {things} [are there|has {who} counted] [in all|altogether|in total]",
      ],
    },
  ],
  heldOutWordings: [
    {
      words: { things: "stones", round: "row", rounds: "rows" },
      opening: [
        [
          "the bottom row of a wall built by {whom} has {first} stones",
          "{who} builds a wall with {first} stones in the bottom row",
        ],
        [
          "every row above it has {step} stones more than the row below",
          "above it each row has {step} stones more than the row below",
        ],
      ],
      question: [
        "how many stones are in a wall of three rows",
        "with three rows, how many stones does the wall have",
      ],
    },
    {
      words: { things: "pages", round: "night", rounds: "nights" },
      opening: [
        [
          "{who} reads {first} pages in the first night",
          "in the first night {first} pages are read by {whom}",
        ],
        [
          "the next two nights bring {step} pages more each than the night before",
          "each of the next two nights brings {step} pages more than the night before",
        ],
      ],
      question: [
        "how many pages are read in the three nights",
        "how many pages is that over the three nights",
      ],
    },
    {
      words: { things: "laps", round: "week", rounds: "weeks" },
      opening: [
        [
          "a runner trained by {whom} does {first} laps in week one",
          "{who} trains a runner who does {first} laps in week one",
        ],
        [
          "weeks two and three each add {step} laps to the week before",
          "in weeks two and three it is {step} laps more each time",
        ],
      ],
      question: [
        "how many laps is the training in all three weeks",
        "how many laps are run over the three weeks",
      ],
    },
  ],
});
