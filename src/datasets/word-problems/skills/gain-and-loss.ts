import { drawThings } from "../grammar/things.ts";
import { defineSkill } from "../skill.ts";

/** A number of things grows once, then shrinks by several equal gifts. */
export const gainAndLoss = defineSkill({
  id: "gain-and-loss",
  name: "gains and losses",
  draw: (random) => {
    const start = random.integer(12, 90);
    const gained = random.integer(8, 60);
    const people = random.integer(2, 6);
    // The gifts may be told before the gain.
    const gift = random.integer(2, Math.min(7, Math.floor(start / people)));
    const had = start + gained;
    const given = people * gift;
    return { ...drawThings(random), start, gained, people, gift, had, given, left: had - given };
  },
  solution: [
    "First there are {start} + {gained} = {had} {things}.",
    "Together {people} * {gift} = {given} {things} go.",
    "In the end {had} - {given} = {left} {things} are left.",
  ],
  answer: "left",
  wordings: [
    {
      opening: [
        [
          "{who} [has|owns] {start} {things} [in a {container}|at home|in {room}|]",
          "{whose} {container} [holds|contains] {start} {things} [on {day}|at first|]",
          "there are {start} {things} [in {whose} room|on {whose} table|in a {container} that {who} owns]",
          "{who} [starts|begins] [the week|the {moment}|{day}] with {start} {things}",
          "[last|this] {season} {who} [saves|collects|gathers] {start} {things} [near {place}|for fun|]",
          "{whose} collection [has|counts] {start} {things}",
        ],
      ],
      details: [
        [
          "{who} [buys|finds|gets|receives] {gained} more {things} [at {place}|on {day}|from {friend}|]",
          "{friend} [gives|sends|brings] {whom} {gained} {things} [more|in a {container}|as a present]",
          "{whose} {relative} [adds|brings] {gained} {things} [to the {container}|from {place}|]",
          "{who} wins {gained} [more|extra] {things} [in a game|at {event}|]",
          "[another|a second] {container} brings {whom} {gained} {things} more",
          "{gained} new {things} [arrive|come in the mail] [for {event}|from {friend}|]",
        ],
        [
          "{who} gives {gift} {things} to each of {people} {children}",
          "{people} {children} [take|get|receive] {gift} {things} each [from {whom}|as a gift|]",
          "each of {people} {children} [is given|takes home|asks for] {gift} {things}",
          "{who} [hands|passes] {gift} {things} to every one of {people} {children} [at {place}|in {room}|]",
          "{who} [fills|packs] {people} [small|] gift bags with {gift} {things} [each|in every bag] [for {children}|]",
          "{people} {children} [visit|come by] and [each takes|each gets] {gift} {things}",
        ],
      ],
      question: [
        "how many {things} [are left|remain|does {who} have left] [in the end|at the end|]",
        "how many {things} does {who} [still have|have now|keep] [after that|]",
        "what [number|count] of {things} [does {who} end with|is left for {whom}]",
        "with how many {things} does {who} end [the day|up]",
        "how many {things} [stay with|still belong to] {whom} [after all this|in the end|]",
      ],
    },
  ],
  heldOutWordings: [
    {
      opening: [
        [
          "a [stand|store] run by {whom} opens with {start} {things}",
          "{who} opens {his} [stand|store] with {start} {things}",
        ],
      ],
      details: [
        [
          "a [truck|cart] [unloads|drops off] {gained} {things} at noon",
          "at noon {gained} {things} are unloaded from a [truck|cart]",
        ],
        [
          "{people} [customers|buyers] [leave|walk out] with {gift} {things} each",
          "{people} [customers|buyers] purchase {gift} {things} apiece",
        ],
      ],
      question: [
        "how many {things} are [unsold|still on the shelves] at closing time",
        "what is the stock of {things} at closing time",
      ],
    },
    {
      opening: [
        [
          "{who} [counts|writes down] {start} {things} on the first page of a list",
          "a list that {who} writes begins with {start} {things}",
        ],
      ],
      details: [
        ["the second page [adds|lists] {gained} {things}", "{gained} further {things} are noted on page two"],
        [
          "{people} lines are [crossed out|removed], with {gift} {things} on each line",
          "on {people} lines, {gift} {things} each are [crossed out|removed]",
        ],
      ],
      question: ["how many {things} does the list show after this", "how many {things} stay on the list"],
    },
    {
      opening: [
        [
          "at [dawn|sunrise] {who} sees {start} {things} in a [wagon|boat]",
          "a [wagon|boat] driven by {whom} carries {start} {things}",
        ],
      ],
      details: [
        ["workers load {gained} {things} on top", "the load grows by {gained} {things}"],
        [
          "at each of {people} stops {gift} {things} are [unloaded|dropped off]",
          "{people} stops follow, and {gift} {things} leave the load at every stop",
        ],
      ],
      question: [
        "how many {things} [reach the end of the trip|does the load hold after the stops]",
        "how many {things} are still on board after the stops",
      ],
    },
  ],
});
