import { defineSkill } from "../skill.ts";

/** Ages linked by a multiple and a difference, some years from now. */
export const ages = defineSkill({
  id: "ages",
  name: "ages",
  draw: (random) => {
    const young = random.integer(6, 14);
    const times = random.integer(2, 5);
    const old = young * times;
    const younger = random.integer(2, Math.min(12, old - 4));
    const now = old - younger;
    const years = random.integer(3, 15);
    return { young, times, old, younger, now, years, later: now + years };
  },
  solution: [
    "The older one is {young} * {times} = {old} years old.",
    "The other one is {old} - {younger} = {now} years old.",
    "In {years} years that is {now} + {years} = {later}.",
  ],
  answer: "later",
  wordings: [
    {
      opening: [
        [
          "{who} is {young} years old [this {season}|now|today|]",
          "{who} turns {young} [this {season}|on {day}|today]",
          "{who} is [now|exactly|just] {young} [and lives near {place}|and loves {hobby}|years old]",
          "{whose} age is {young} [years|now|]",
          "at {whose} birthday party there are {young} candles",
        ],
        [
          "{friend}, [a teacher|a neighbor|a good friend|the coach], is {times} times as old [as {name}|]",
          "{friend} is {times} times as old as {name} [now|today|]",
          "the age of {friend} is {times} times {whose} age",
          "{friend} [works near|lives at|is from] {place} and is {times} times as old [as {name}|]",
          "{times} times {whose} age is the age of {friend}",
        ],
        [
          "{third} is {younger} years younger than {friend}",
          "{friend} is {younger} years older than {third}",
          "{third}, [who loves {pastime}|who works at {place}|a {job}], is {younger} years younger than {friend}",
          "{third} [was born|came into the world] {younger} years after {friend}",
          "{third} is younger than {friend} by {younger} years",
        ],
      ],
      question: [
        "how old will {third} be in {years} years",
        "in {years} years, how old will {third} be",
        "what [will be the age of {third}|age will {third} have] in {years} years",
        "how old is {third} when {years} [more|] years have passed",
        "[after {years} years|when {years} years have passed], how old is {third}",
      ],
    },
  ],
  heldOutWordings: [
    {
      opening: [
        [
          "a young tree that {who} planted is {young} years old",
          "{who} planted a tree that is {young} years old",
        ],
        ["the house beside it is {times} times as old", "beside it stands a house, {times} times as old"],
        [
          "the bridge was built {younger} years after the house",
          "{younger} years after the house, the bridge was built",
        ],
      ],
      question: [
        "what is the age of the bridge {years} years from now",
        "how old is the bridge {years} years from now",
      ],
    },
    {
      opening: [
        ["{whose} dog is {young}", "{young} years is the age of {whose} dog"],
        [
          "{whose} {relative} has lived {times} times as long",
          "{times} times as long is the life of {whose} {relative} so far",
        ],
        [
          "the life of {third} is {younger} years shorter",
          "{third} has lived {younger} years less than this {relative}",
        ],
      ],
      question: [
        "which age does {third} reach after {years} more years",
        "which birthday does {third} have {years} years later",
      ],
    },
    {
      opening: [
        ["{whose} club was founded {young} years ago", "it is {young} years since {who} founded a club"],
        [
          "the club of {friend} has existed {times} times as long",
          "{friend} leads a club that has existed {times} times as long",
        ],
        [
          "{third} leads one that began {younger} years later than that of {friend}",
          "the club of {third} began {younger} years later than that of {friend}",
        ],
      ],
      question: [
        "how many years will the club of {third} have existed {years} years from today",
        "{years} years from today, what is the age of the club of {third}",
      ],
    },
  ],
});
