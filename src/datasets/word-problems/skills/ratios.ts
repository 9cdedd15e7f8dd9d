import { drawThings } from "../grammar/things.ts";
import { defineSkill } from "../skill.ts";

/** In lowest terms. */
const ratiosInUse = [
  [2, 3],
  [2, 5],
  [3, 4],
  [3, 5],
  [3, 7],
  [4, 5],
  [4, 7],
  [5, 6],
  [5, 7],
  [5, 8],
  [7, 8],
] as const;

/** A total is divided in a given ratio. */
export const ratios = defineSkill({
  id: "ratios",
  name: "ratios",
  draw: (random) => {
    const [own, other] = random.shuffle(random.pick(ratiosInUse)) as [number, number];
    const parts = own + other;
    const part = random.integer(3, 12);
    return { ...drawThings(random), own, other, parts, part, total: parts * part, share: own * part };
  },
  solution: [
    "There are {own} + {other} = {parts} parts.",
    "One part is {total} / {parts} = {part}.",
    "The share is {own} * {part} = {share}.",
  ],
  answer: "share",
  wordings: [
    {
      opening: [
        [
          "{name} and {friend} [share|divide|split] {total} {things} [at {place}|on {day}|]",
          "{name} and {friend} [have|own|buy|find] {total} {things} together [to share|to divide|]",
          "[together|on {day}|in {season}] {name} and {friend} [collect|pick|gather] {total} {things}",
          "there are {total} {things} in [{room}|a {container}|a large {container}] for {name} and {friend} [to share|to divide|]",
          "a {container} with {total} {things} is [given to|shared by|meant for] {name} and {friend}",
          "{whose} {relative} has {total} {things} for {name} and {friend}",
        ],
      ],
      details: [
        [
          "the [parts|shares] of {name} and {friend} are in the ratio {own} to {other}",
          "the ratio of {whose} [part|share] to that of {friend} is {own} to {other}",
          "for every {own} {things} that {who} [gets|takes], {friend} [gets|takes] {other}",
          "{who} [gets|takes|receives] {own} {things} for every {other} that {friend} [gets|takes]",
          "[each time|whenever] {who} takes {own} {things}, {friend} takes {other}",
          "they [agree on|choose|use] a ratio of {own} to {other}, with {own} parts for {whom}",
        ],
      ],
      question: [
        "how many {things} does {who} [get|receive|take home|have] [in the end|in all|]",
        "how many of the {things} [go to|belong to|are for] {whom} [in the end|]",
        "what is {whose} [share|part], in {things}",
        "how many {things} [are in {whose} share|make up {whose} part]",
        "how large is {whose} [part|share] [of the {things}|], counted in {things}",
      ],
    },
  ],
  heldOutWordings: [
    {
      opening: [
        ["a wall of {total} tiles is laid by {whom}", "{who} lays a wall with {total} tiles"],
        [
          "the pattern repeats {own} blue tiles and {other} white tiles",
          "blue and white tiles are in a pattern of {own} to {other}",
        ],
      ],
      question: ["how many tiles that {who} lays are blue", "how many blue tiles does {who} need"],
    },
    {
      opening: [
        [
          "the number of votes for {name} and {friend} is {total}",
          "{total} votes are cast for {whom} or {friend}",
        ],
        [
          "the votes stand {own} to {other} in favor of {whom} over {friend}",
          "{own} votes for {whom} stand against every {other} for {friend}",
        ],
      ],
      question: ["how many votes does {who} win", "how many votes are counted for {whom}"],
    },
    {
      opening: [
        ["a drink of {total} cups is mixed by {whom}", "{who} mixes {total} cups of a drink"],
        [
          "the mix takes {own} cups of juice to {other} cups of water",
          "{own} cups of juice meet {other} cups of water",
        ],
      ],
      question: [
        "how many cups of juice does {who} pour",
        "how many cups of juice are in the drink that {who} mixes",
      ],
    },
  ],
});
