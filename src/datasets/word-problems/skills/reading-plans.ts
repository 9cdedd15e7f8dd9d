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
          "there are {pages} pages in [{whose} book|the story that {who} reads|a book on {whose} table]",
          "{whose} {relative} [finds|writes|knows] a story of {pages} pages for {whom}",
        ],
        [
          "{who} reads {pace} pages [a|each|every] day for {days} days",
          "for {days} days {who} reads {pace} pages [a|each|every] day [in {room}|]",
          "[on|during] each of the first {days} days {who} reads {pace} pages",
          "in the first {days} days {whose} pace is {pace} pages [a|per] day",
          "{days} days [pass|go by] with {pace} pages [read|] each day",
          "[each|every] {moment} {who} reads {pace} pages, and {days} days [pass|go by]",
          "{who} does {pace} pages [a|per] day [in {room}|with {his} {relative}|] and keeps this up for {days} days",
        ],
        [
          "the rest must be [read|done] in {daysLeft} [more|] days",
          "{who} [has|gets] {daysLeft} [more|] days for the rest",
          "{friend} [wants|needs] the book back after {daysLeft} more days",
          "there are {daysLeft} days left [until {event}|before the book must go back]",
          "{who} wants to finish the rest in {daysLeft} days, with equal parts each day",
          "after {daysLeft} more days [everything must be read|the book should be done|there is a test]",
          "the last {daysLeft} days [share|split] the rest [evenly|equally|in equal parts]",
        ],
      ],
      closing: [
        [
          "{who} [likes|enjoys|loves] the [story|book] [so far|very much|]",
          "the [story|book] is [long|good|exciting] [but not easy|and funny|]",
          "{who} [reads|sits] [in {room}|at {place}|in bed] [most of the time|with {his} {relative}|]",
          "{friend} [asks|wants to hear] about the [story|book] [on {day}|every {moment}|]",
          "{who} [skips no page|never reads a page twice|reads slowly]",
        ],
      ],
      question: [
        "how many pages must {who} read [a|each|every|per] day [then|from then on|]",
        "how many pages [a day|per day|each day] does {who} need [for the rest|]",
        "what is the [number|count] of pages for each of the last days",
        "how many pages [are left|remain] for each of the [last|remaining] days",
        "to finish, how many pages does {who} have to read [a|each|every] day",
        "what number of pages a day is [needed|right] [for the rest|then]",
        "with the same number on each day, how many pages [a day|per day] [is that|are left for {whom}]",
      ],
    },
  ],
  heldOutWordings: [],
});
