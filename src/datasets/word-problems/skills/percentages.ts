import { defineSkill } from "../skill.ts";

const crowds = [
  ["students", "at a school", "walk", "take the bus", "ride a bike"],
  ["guests", "at a hotel", "order tea", "order coffee", "drink water"],
  ["visitors", "at a museum", "come from the north", "come from the south", "come from abroad"],
  ["players", "in a club", "play chess", "play tennis", "play football"],
  ["workers", "at a farm", "pick fruit", "drive trucks", "feed animals"],
  ["people", "on a train", "read", "sleep", "look outside"],
  ["singers", "in a choir", "wear blue", "wear green", "wear white"],
  ["campers", "at a lake", "swim", "hike", "go fishing"],
] as const;

/** A percentage of a crowd, a known number of others, and those who remain. */
export const percentages = defineSkill({
  id: "percentages",
  name: "percentages",
  draw: (random) => {
    const [members, where, first, second, third] = random.pick(crowds);
    const percent = random.pick([10, 20, 25, 30, 40, 50, 60]);
    const total = percent === 25 ? random.integer(3, 10) * 20 : random.integer(4, 20) * 10;
    const some = (total * percent) / 100;
    const rest = total - some;
    const others = random.integer(3, rest - 3);
    return {
      members,
      where,
      first,
      second,
      last: third,
      percent,
      total,
      some,
      rest,
      others,
      left: rest - others,
    };
  },
  solution: [
    "{total} * {percent} / 100 = {some} {members} {first}.",
    "The other {members} are {total} - {some} = {rest}.",
    "{rest} - {others} = {left} {members} {last}.",
  ],
  answer: "left",
  wordings: [
    {
      opening: [
        [
          "there are {total} {members} {where} [near {place}|that {who} knows|where {who} works|]",
          "{who} [counts|meets|sees] {total} {members} {where} [on {day}|in the {moment}|]",
          "{who} [asks|talks to|writes about] {total} {members} {where} [near {place}|on {day}|]",
          "[on {day}|this {season}|in {season}] {total} {members} are {where} with {whom}",
          "{who} is one of {total} {members} {where}",
          "{whose} {relative} [has to do with|works for|knows] {total} {members} {where}",
          "a [list|story|report] that {who} [reads|writes|finds] is about {total} {members} {where}",
          "{who} and {friend} have met {total} {members} {where}",
        ],
      ],
      details: [
        [
          "{percent} percent of [them|the {members}|all the {members}] {first}",
          "exactly {percent} percent [of them|of the {members}] {first} [on {day}|every {moment}|]",
          "[a part|a share|a group] of {percent} percent [can be seen to|is known to] {first}",
          "{who} [notes|learns|sees] that {percent} percent [of them|] {first}",
          "of all the {members} {percent} percent {first}",
          "[when asked|by {day}|in {season}] {percent} percent [of them|of the {members}] {first}",
          "{friend} [tells {whom}|finds out|hears] that {percent} percent [of them|] {first}",
        ],
        [
          "{others} of the {members} {second}",
          "{others} {members} {second} [on {day}|every {moment}|]",
          "{who} [notes|learns|sees] that {others} {members} {second}",
          "a [group|number|team] of {others} {members} {second}",
          "{third} [counts|finds|names] {others} {members} who {second}",
          "the [number|count] of those who {second} is {others}",
          "there are {others} who {second} [instead|]",
        ],
      ],
      closing: [
        [
          "[everyone else|everybody else] is [among|one of] those who {last}",
          "[all the rest|the rest|the remaining {members}|all the others] {last}",
          "those who [do neither|do none of this] {last}",
          "the {members} not [named|counted] [yet|so far|here] {last}",
          "it is known that [all others|the others|all the rest] {last}",
          "{who} [thinks|knows|writes] that [the rest|the others] {last}",
        ],
      ],
      question: [
        "how many {members} {last}",
        "how many of [the {members}|all the {members}|them] {last}",
        "what is the number of {members} who {last}",
        "how many {members} can {who} [find|count|see] who {last}",
        "how [big|large] is the group of those who {last}",
        "how many [people|names] should {who} write down for those who {last}",
        "what number does {who} get for those who {last}",
      ],
    },
  ],
  heldOutWordings: [
    {
      opening: [
        [
          "a survey by {whom} [reaches|covers] {total} {members} {where}",
          "{who} hands out {total} forms to {members} {where}",
        ],
      ],
      details: [
        [
          "{percent} percent of the forms say that they {first}",
          "on {percent} percent of the forms they say that they {first}",
        ],
        ["{others} forms say that they {second}", "on {others} forms they say that they {second}"],
      ],
      question: ["how many forms say neither of the two", "how many forms remain that say something else"],
    },
    {
      opening: [
        [
          "a newspaper story by {whom} is about {total} {members} {where}",
          "{who} has a list with {total} {members} {where}",
        ],
      ],
      details: [
        ["{percent} in every 100 of them {first}", "out of every 100 of them, {percent} {first}"],
        ["{others} others prefer to {second}", "besides, {others} {second}"],
      ],
      question: ["how many {members} are left to {last}", "how many {members} do neither and {last}"],
    },
    {
      opening: [
        [
          "the leader, {who}, waits for {total} {members} {where}",
          "{total} {members} {where} listen to a talk by {whom}",
        ],
      ],
      details: [
        [
          "{percent} percent raise a hand because they {first}",
          "because they {first}, {percent} percent raise a hand",
        ],
        ["{others} stand up because they {second}", "because they {second}, {others} stand up"],
      ],
      question: ["how many {members} neither stand up nor raise a hand", "how many {members} show no sign"],
    },
  ],
});
