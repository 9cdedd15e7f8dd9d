import { defineSkill } from "../skill.ts";

/** Held out: a book is read at one pace for some days, and the rest must be done in the days left. */
export const readingPlans = defineSkill({
  id: "reading-plans",
  name: "reading plans",
  draw: (random) => {
    const pace = random.integer(6, 20);
    const days = random.integer(3, 7);
    const read = pace * days;
    const newPace = random.integer(8, 25);
    const daysLeft = random.integer(2, 7);
    const rest = newPace * daysLeft;
    return { pace, days, read, newPace, daysLeft, rest, pages: read + rest };
  },
  solution: [
    "So far {pace} * {days} = {read} pages are read.",
    "The rest is {pages} - {read} = {rest} pages.",
    "Each day needs {rest} / {daysLeft} = {newPace} pages.",
  ],
  answer: "newPace",
  wordings: [
    {
      opening: [
        [
          "{who} [has|borrows|buys|gets] a book [of|with] {pages} pages [from {friend}|for {event}|about {hobby}|]",
          "a book about [{hobby}|{pastime}] that {who} [reads|likes] has {pages} pages",
          "{whose} [new|favorite|old] book has {pages} pages",
          "{friend} [gives|lends|sends] {whom} a book [of|with] {pages} pages",
          "{who} [wants|has] to read {pages} pages [for school|before {event}|]",
        ],
        [
          "{who} reads {pace} pages [a|each|every] day for {days} days",
          "for {days} days {who} reads {pace} pages [a|each|every] day [in {room}|]",
          "[on|during] each of the first {days} days {who} reads {pace} pages",
          "in the first {days} days {whose} pace is {pace} pages [a|per] day",
          "{days} days [pass|go by] with {pace} pages [read|] each day",
        ],
        [
          "the rest must be [read|done] in {daysLeft} [more|] days",
          "{who} [has|gets] {daysLeft} [more|] days for the rest",
          "{friend} [wants|needs] the book back [after|in] {daysLeft} more days",
          "there are {daysLeft} days left [until {event}|before the book must go back]",
          "{who} wants to finish the rest in {daysLeft} days, with equal parts each day",
        ],
      ],
      question: [
        "how many pages must {who} read [a|each|every|per] day [then|from then on|]",
        "how many pages [a day|per day|each day] does {who} need [for the rest|]",
        "what is the [number|count] of pages for each of the last {daysLeft} days",
        "how many pages [are left|remain] for each of the [last|remaining] days",
        "to finish, how many pages does {who} have to read [a|each|every] day",
      ],
    },
  ],
  heldOutWordings: [],
});
