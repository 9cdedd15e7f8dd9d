import { drawThings } from "../grammar/things.ts";
import { defineSkill } from "../skill.ts";

const fractionsInUse = [
  [1, 3],
  [2, 3],
  [1, 4],
  [3, 4],
  [2, 5],
  [3, 5],
  [1, 6],
  [5, 6],
  [3, 8],
  [5, 8],
] as const;

/** A fraction of a number goes away, then a few more. */
export const fractions = defineSkill({
  id: "fractions",
  name: "fractions of a quantity",
  draw: (random) => {
    const [numerator, denominator] = random.pick(fractionsInUse);
    const part = random.integer(4, 15);
    const total = part * denominator;
    const taken = part * numerator;
    const rest = total - taken;
    const more = random.integer(2, rest - 2);
    return {
      ...drawThings(random),
      numerator,
      denominator,
      part,
      total,
      taken,
      rest,
      more,
      left: rest - more,
    };
  },
  solution: [
    "One part is {total} / {denominator} = {part} {things}.",
    "First {part} * {numerator} = {taken} {things} go.",
    "Then there are {total} - {taken} = {rest} {things}.",
    "In the end {rest} - {more} = {left} {things} are left.",
  ],
  answer: "left",
  wordings: [
    {
      opening: [
        [
          "{who} [has|owns|buys] {total} {things} [in a {container}|for {event}|]",
          "there are {total} {things} in {whose} [{container}|room|kitchen]",
          "{whose} {relative} [brings|sends|gives] {whom} {total} {things} [on {day}|]",
          "{who} [collects|gathers|packs] {total} {things} [near {place}|in {season}|with {friend}]",
          "{whose} {container} [holds|contains] {total} {things} [on {day}|at first|]",
          "{who} opens a {container} with {total} {things} [in {room}|]",
        ],
        [
          "{who} [gives|sells|sends] {numerator}/{denominator} of them to {friend}",
          "{numerator}/{denominator} of [them|the {things}] [go|are given|are sold] to {friend} [at {place}|]",
          "{friend} [gets|buys|takes|asks for] {numerator}/{denominator} of [them|the {things}]",
          "{who} [loses|uses|throws away] {numerator}/{denominator} of [them|the {things}] [on the way|that {moment}|]",
          "[by {day}|on {day}|in the {moment}] {numerator}/{denominator} of [them|the {things}] are [gone|used|sold]",
        ],
        [
          "then {third} [takes|gets|needs|borrows] {more} [more|of the rest|{things}]",
          "{more} more are [given|handed|sent] to {third} [after that|later|]",
          "[later|after that] {who} [gives|hands] {third} {more} {things} [more|]",
          "after that {more} [{things}|more|others] are [lost|broken|used] [by {third}|at {place}|]",
          "{third} comes [later|next] and [gets|takes] {more} [{things}|more]",
        ],
      ],
      question: [
        "how many {things} [are left|remain|does {who} have left] [in the end|at the end|]",
        "how many {things} does {who} [still have|keep] [after that|]",
        "what number of {things} [is left|remains] [for {whom}|in the end|]",
        "how many of the {things} [stay with|still belong to] {whom}",
        "with how many {things} does {who} end up",
      ],
    },
  ],
  heldOutWordings: [
    {
      words: { things: "miles" },
      opening: [
        ["a trail that {who} hikes is {total} miles long", "{who} is on a trail of {total} miles"],
        [
          "the first day covers {numerator}/{denominator} of the trail",
          "{numerator}/{denominator} of the trail is hiked on the first day",
        ],
        ["{more} miles follow on the second day", "the second day adds {more} miles"],
      ],
      question: ["how many miles lie ahead on the third day", "how many miles of the trail are still ahead"],
    },
    {
      words: { things: "gallons" },
      opening: [
        [
          "a tank on {whose} farm starts with {total} gallons of water",
          "{who} fills a tank with {total} gallons of water",
        ],
        [
          "the animals drink {numerator}/{denominator} of the water",
          "{numerator}/{denominator} of the water is for the animals",
        ],
        ["the plants get {more} gallons", "{more} gallons are poured on the plants"],
      ],
      question: [
        "how many gallons does the tank hold at night",
        "how many gallons of water are in the tank at night",
      ],
    },
    {
      words: { things: "seats" },
      opening: [
        ["{total} seats stand in a theater that {who} runs", "{who} runs a theater with {total} seats"],
        [
          "online, {numerator}/{denominator} of the seats are taken",
          "visitors take {numerator}/{denominator} of the seats online",
        ],
        ["at the door {more} seats are taken", "{more} seats are filled by people at the door"],
      ],
      question: [
        "how many seats are empty during the show",
        "how many empty seats does {who} count during the show",
      ],
    },
  ],
});
