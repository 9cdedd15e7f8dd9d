import { drawThings } from "../grammar/things.ts";
import { defineSkill } from "../skill.ts";

/** One number is a multiple of another, and a third is smaller by a difference. */
export const comparison = defineSkill({
  id: "comparison",
  name: "comparison",
  draw: (random) => {
    const base = random.integer(6, 30);
    const times = random.integer(2, 6);
    const most = base * times;
    const fewer = random.integer(3, Math.min(30, most - 3));
    const last = most - fewer;
    const pair = base + most;
    return { ...drawThings(random), base, times, most, fewer, last, pair, total: pair + last };
  },
  solution: [
    "The second has {base} * {times} = {most}.",
    "The third has {most} - {fewer} = {last}.",
    "The first two have {base} + {most} = {pair}.",
    "All three have {pair} + {last} = {total}.",
  ],
  answer: "total",
  wordings: [
    {
      opening: [
        [
          "{who} [has|owns|keeps] {base} {things} [at home|in {room}|in a {container}|]",
          "there are {base} {things} in {whose} [{container}|room|garden|kitchen]",
          "{who} [finds|collects|gathers|buys] {base} {things} [at {place}|on {day}|in {season}|]",
          "{whose} {relative} [gives|sends|leaves] {whom} {base} {things} [on {day}|in {season}|]",
          "{whose} {container} [holds|contains] {base} {things}",
        ],
        [
          "{friend} [has|owns|gets] {times} times as many {things} as {name}",
          "{friend} [has|owns|gets] {times} times as many [as that|as this|]",
          "the {things} of {friend} are {times} times as many [as those of {name}|]",
          "{friend} [brings|finds|collects] {times} times {whose} number [of {things}|]",
          "{times} times as many {things} [belong to|are owned by] {friend}",
        ],
        [
          "{third} has {fewer} fewer [{things}|] than {friend}",
          "{third} [owns|gets|collects] {fewer} fewer {things} than {friend} [does|has|]",
          "{friend} has {fewer} more [{things}|] than {third}",
          "compared with {friend}, {third} has {fewer} fewer [{things}|]",
          "{third} [needs|is missing] {fewer} more {things} to [have as many as|catch up with|match] {friend}",
        ],
      ],
      question: [
        "how many {things} do the three [have|own] [in all|together|altogether|in total]",
        "how many {things} are there [in all|altogether|in total|]",
        "what is the total [number|count] of {things} [of the three|of all three people|]",
        "how many {things} do {name}, {friend} and {third} have [together|in all|]",
        "what do [all the {things}|the {things} of all three] add up to",
      ],
    },
  ],
  heldOutWordings: [
    {
      opening: [
        ["{whose} story is {base} pages long", "{who} writes a story of {base} pages"],
        ["the one by {friend} is {times} times as long", "{friend} writes one that is {times} times as long"],
        [
          "the one by {third} is {fewer} pages shorter than the one by {friend}",
          "{third} writes {fewer} pages less than {friend}",
        ],
      ],
      question: [
        "how many pages are in a book with all three stories",
        "how long is a book with all three stories, in pages",
      ],
    },
    {
      opening: [
        ["{who} scores {base} points in a game", "a game ends with {base} points for {whom}"],
        ["the score of {friend} is {times} times that high", "{friend} multiplies that score by {times}"],
        ["{third} ends {fewer} points behind {friend}", "{third} trails {friend} by {fewer} points"],
      ],
      question: ["how many points does the whole team score", "what is the score of the whole team"],
    },
    {
      opening: [
        ["{whose} farm has {base} animals", "{base} animals live on {whose} farm"],
        [
          "{times} times this number live on the farm of {friend}",
          "on the farm of {friend} it is {times} times this number",
        ],
        [
          "{third} keeps {fewer} less than {friend}",
          "the farm of {third} is {fewer} animals smaller than that of {friend}",
        ],
      ],
      question: ["how many animals live on the three farms", "how many animals is that on the three farms"],
    },
  ],
});
