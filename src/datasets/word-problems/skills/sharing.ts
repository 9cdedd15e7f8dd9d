import { drawThings } from "../grammar/things.ts";
import { defineSkill } from "../skill.ts";

/** Some things are kept back, and the rest is shared equally. */
export const sharing = defineSkill({
  id: "sharing",
  name: "sharing equally",
  draw: (random) => {
    const people = random.integer(3, 9);
    const each = random.integer(3, 15);
    const kept = random.integer(4, 30);
    const shared = people * each;
    return { ...drawThings(random), people, each, kept, shared, total: shared + kept };
  },
  solution: [
    "{total} - {kept} = {shared} {things} are shared.",
    "Each one gets {shared} / {people} = {each} {things}.",
  ],
  answer: "each",
  wordings: [
    {
      opening: [
        [
          "{who} [has|owns|keeps] {total} {things} [in a {container}|in {room}|at home|]",
          "there are {total} {things} in {whose} [{container}|old {container}|room]",
          "{who} [buys|collects|gathers|orders] {total} {things} [for {event}|on {day}|at {place}]",
          "{whose} [{relative}|family] [brings|sends|gives] {whom} {total} {things} [from {place}|in a {container}|]",
          "{who} opens a [big|large|heavy] {container} [with|of|that holds] {total} {things}",
          "a {container} [full of|with] {total} {things} [arrives for|belongs to|is a gift for] {whom}",
          "{who} [starts|begins] [the day|the {moment}|{day}] with {total} {things}",
        ],
        [
          "{who} [keeps|saves|holds back] {kept} of them [for later|as a reserve|]",
          "{kept} of [them|the {things}] [stay|remain] in [the {container}|{room}|{whose} bag]",
          "{who} puts {kept} {things} [aside|away] for {his} {relative}",
          "[first|before sharing] {who} [takes|sets aside] {kept} [of them|{things}] for {his} own use",
          "{kept} {things} are [not for sharing|broken|too small to share|only for {whose} {relative}]",
          "{friend} [is given|takes|needs] {kept} of [them|the {things}] [at the start|first|before anyone else]",
          "{who} [wants|decides] to keep {kept} {things}",
        ],
        [
          "{people} {children} [share the rest|divide the rest] [equally|fairly|in equal parts]",
          "the [rest|others|remaining {things}] are [shared|divided|split] [equally|evenly] [among|between] {people} {children}",
          "{who} [gives|hands|passes] the rest to {people} {children} [in equal parts|so that all get the same|fairly]",
          "all the [other|remaining] {things} [go|are given] in equal [parts|shares] to {people} {children}",
          "{people} {children} [come to|wait at|sit in] {room} and [receive|take] equal [shares|parts] of what is left",
          "what is left is [handed out|given] to {people} {children}, the same number [to each|for everyone]",
          "each of {people} {children} gets the same [share|part|number] of the rest",
        ],
      ],
      question: [
        "how many {things} does [each of the {children}|each one|every one of the {children}] [get|receive|take home]",
        "how many {things} [will each of the {children} get|does each of the {children} have]",
        "what is the [number|count] of {things} [for each one|that each of the {children} gets]",
        "how many {things} [are there for each|go to each] of the {children}",
        "how [big|large] is [each share|the share of each], [in {things}|counted in {things}]",
        "what is each share of {things}",
      ],
    },
  ],
  heldOutWordings: [
    {
      opening: [
        [
          "a [shelf|table] in {room} [carries|is covered with] {total} {things} that [all belong to|came with] {whom}",
          "{who} [counts|finds] exactly {total} {things} on a [shelf|table] in {room}",
        ],
        [
          "{kept} of these are [lost|eaten by mice|sold] [before|just before] {event}",
          "[sadly|by accident] {kept} {things} [fall into the river|are lost on the way]",
        ],
        [
          "{people} {children} [agree to|want to] have equal [piles|heaps] of the ones that are left",
          "the ones that are left make {people} equal [piles|heaps], one for each of the {children}",
        ],
      ],
      question: [
        "how many {things} are in [one pile|each pile|every pile]",
        "what is the size of [one|a single] pile of {things}",
      ],
    },
    {
      opening: [
        [
          "the [owner|boss] of a [store|stand] near {place}, {who}, has {total} {things} to give away",
          "{who} runs a [store|stand] near {place} and has {total} {things} to give away",
        ],
        [
          "the [store|stand] needs {kept} of them [for the window|for show]",
          "{kept} of them are [promised|reserved] [for the mayor|for the owner]",
        ],
        [
          "the {people} [first customers|people in line] [get|walk away with] all the rest, and none gets more than another",
          "{people} [customers|people in line] divide the rest so that nobody has more than another",
        ],
      ],
      question: [
        "with how many {things} does [one customer|each customer] [leave|go home]",
        "how many {things} does [a single customer|one customer] carry home",
      ],
    },
    {
      opening: [
        [
          "a [game|contest] led by {whom} [uses|needs] {total} {things}",
          "{who} [leads|sets up] a [game|contest] with {total} {things}",
        ],
        ["{kept} of them lie in the middle", "the middle holds {kept} of them"],
        [
          "the {people} teams [start|play] with equal numbers of those not in the middle",
          "all others are dealt out to {people} teams, equally many to every team",
        ],
      ],
      question: [
        "how many {things} does [one|a] team start with",
        "with how many {things} does every team play",
      ],
    },
  ],
});
