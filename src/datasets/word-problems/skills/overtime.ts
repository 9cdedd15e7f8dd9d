import { defineSkill } from "../skill.ts";

/** A week's wages, with a better rate for the hours above a limit. */
export const overtime = defineSkill({
  id: "overtime",
  name: "wages with overtime",
  draw: (random) => {
    const limit = random.integer(3, 8) * 5;
    const extra = random.integer(2, 9);
    const wage = random.integer(8, 20);
    const bonus = random.integer(2, 8);
    const higher = wage + bonus;
    const normalPay = limit * wage;
    const extraPay = extra * higher;
    const amounts = { limit, extra, wage, bonus, higher, normalPay, extraPay };
    return { ...amounts, hours: limit + extra, total: normalPay + extraPay };
  },
  solution: [
    "The normal pay is {limit} * {wage} = {normalPay} dollars.",
    "The extra hours are {hours} - {limit} = {extra}.",
    "An extra hour pays {wage} + {bonus} = {higher} dollars.",
    "The extra pay is {extra} * {higher} = {extraPay} dollars.",
    "The total is {normalPay} + {extraPay} = {total} dollars.",
  ],
  answer: "total",
  wordings: [
    {
      opening: [
        [
          "{who} [earns|makes|gets] {wage} dollars [an hour|per hour|for each hour] [at {place}|as a {job}|]",
          "{whose} [wage|pay] as a {job} is {wage} dollars [an hour|per hour]",
          "an hour [pays|brings] {wage} dollars where {who} works [as a {job}|]",
          "{who} is a {job} and [earns|gets] {wage} dollars [an hour|per hour]",
          "{whose} boss pays {wage} dollars [for each hour|an hour|per hour]",
          "working [near {place}|for {friend}|in {town}] [pays|brings] {whom} {wage} dollars [an hour|per hour]",
          "{friend} hires {whom} [as a {job}|] for {wage} dollars [an hour|per hour]",
        ],
      ],
      details: [
        [
          "after {limit} hours [a week|in a week] each [further|extra] hour pays {bonus} dollars more",
          "[every|each] hour [above|over|after] {limit} hours [a week|] [pays|brings] {bonus} dollars more",
          "for [every|each] hour after the first {limit} [hours|] the pay is {bonus} dollars higher",
          "the pay [rises|goes up] by {bonus} dollars an hour [after {limit} hours|once {limit} hours are done]",
          "{who} [gets|earns] {bonus} dollars more for each hour above {limit} [hours|]",
          "{limit} hours are normal, and [each|every] [extra|further] hour [is better by|pays an extra] {bonus} dollars",
          "when {limit} hours [are done|are over], {bonus} dollars are added to the pay of [each|every] hour",
        ],
        [
          "{who} works {hours} hours [this week|in one week|in a {season} week]",
          "this week {who} [works|is there for|stays for] {hours} hours",
          "{whose} work takes {hours} hours [this week|in one week]",
          "[in one week|in a busy week|in the week of {event}] {who} works {hours} hours",
          "{hours} hours of work [fill {whose} week|are on {whose} list this week]",
          "from Monday to Saturday {who} [works|is at work for] {hours} hours",
          "the clock counts {hours} hours [of work|] for {whom} [this week|by Saturday]",
        ],
      ],
      question: [
        "how many dollars does {who} [earn|make|get] [in all|in total|that week|]",
        "how many dollars [are paid to {whom}|does the week bring {whom}]",
        "what is {whose} [pay|total pay|wage] [for the week|that week], in dollars",
        "what does {who} earn [in that week|with all the hours|], in dollars",
        "how many dollars must the boss pay {whom}",
        "how [high|large] is the pay [for all the hours|for the whole week], in dollars",
        "with how many dollars does {who} [end the week|go home]",
      ],
    },
  ],
  heldOutWordings: [
    {
      opening: [
        [
          "the contract that {who} signs offers {wage} dollars for an hour of work",
          "{who} signs a contract for {wage} dollars an hour",
        ],
        [
          "it promises {bonus} dollars on top for an hour beyond the first {limit}",
          "beyond the first {limit} hours it adds {bonus} dollars an hour",
        ],
        [
          "the clock shows {hours} hours at the end of the week",
          "at the end of the week the clock shows {hours} hours",
        ],
      ],
      question: ["how many dollars are owed under the contract", "what does the contract bring, in dollars"],
    },
    {
      opening: [
        ["{who} rents out a boat at {wage} dollars an hour", "for a boat {who} asks {wage} dollars an hour"],
        [
          "when {limit} hours are over, an hour is {bonus} dollars dearer",
          "after {limit} hours an hour is {bonus} dollars dearer",
        ],
        ["a group keeps the boat for {hours} hours", "the boat is away for {hours} hours with a group"],
      ],
      question: ["how many dollars does the group owe", "what does the group pay, in dollars"],
    },
    {
      opening: [
        [
          "{whose} helper is paid {wage} dollars for a normal hour",
          "{who} pays a helper {wage} dollars for a normal hour",
        ],
        ["late hours are paid {bonus} dollars better", "a late hour is worth {bonus} dollars more"],
        [
          "of the {hours} hours the first {limit} are normal and the others late",
          "there are {hours} hours, of which the first {limit} are normal and the others late",
        ],
      ],
      question: ["what sum does the helper receive, in dollars", "how many dollars does the helper receive"],
    },
  ],
});
