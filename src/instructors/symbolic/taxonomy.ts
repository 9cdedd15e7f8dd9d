/** An error type as it is written down here, with every keyphrase of the symbolic diagnosis that belongs to it. */
interface Family {
  readonly id: string;
  readonly name: string;
  readonly explanation: string;
  readonly keyphrases: readonly string[];
}

/**
 * The error types of the symbolic instructor. A keyphrase stands under every type that it fits, so that its bad cases
 * serve each of them.
 */
export const taxonomy = [
  {
    id: "arithmetic-slips",
    name: "Arithmetic slips",
    explanation: "The calculation is the right one, but its stated result is not what it comes to.",
    keyphrases: [
      "addition slip",
      "subtraction slip",
      "multiplication slip",
      "division slip",
      "rounded an intermediate result",
    ],
  },
  {
    id: "addition-or-subtraction",
    name: "Addition and subtraction mixed up",
    explanation:
      "The right numbers are added where one must be taken from the other, or the other way round.",
    keyphrases: [
      "added instead of subtracting",
      "subtracted instead of adding",
      "subtracted the wrong way round",
    ],
  },
  {
    id: "multiplication-or-division",
    name: "Multiplication and division mixed up",
    explanation:
      "A rate, a share or a comparison is turned round: multiplied where it calls for division, or divided where it calls for multiplication.",
    keyphrases: [
      "multiplied instead of dividing",
      "divided instead of multiplying",
      "divided the wrong way round",
      "took a percentage of the part instead of finding the whole",
    ],
  },
  {
    id: "sum-or-product",
    name: "Sums and products mixed up",
    explanation:
      "Numbers are added or subtracted where one counts how often the other is taken, or multiplied or divided where they are amounts of the same thing.",
    keyphrases: [
      "added instead of multiplying",
      "added instead of dividing",
      "subtracted instead of multiplying",
      "subtracted instead of dividing",
      "multiplied instead of adding",
      "multiplied instead of subtracting",
      "divided instead of adding",
      "divided instead of subtracting",
    ],
  },
  {
    id: "wrong-quantity",
    name: "Wrong quantity of the question",
    explanation:
      "The operation is right, but a number of the question goes in that belongs to something else.",
    keyphrases: [
      "used the wrong number of the question in the addition",
      "used the wrong number of the question in the subtraction",
      "used the wrong number of the question in the multiplication",
      "used the wrong number of the question in the division",
      "used a number of the question in place of an intermediate result",
    ],
  },
  {
    id: "wrong-intermediate-result",
    name: "Wrong intermediate result",
    explanation:
      "The operation is right, but it goes on from a result that belongs elsewhere or is not finished.",
    keyphrases: [
      "used the wrong intermediate result in the addition",
      "used the wrong intermediate result in the subtraction",
      "used the wrong intermediate result in the multiplication",
      "used the wrong intermediate result in the division",
      "used a number of the question in place of an intermediate result",
    ],
  },
  {
    id: "number-not-given",
    name: "Numbers that are not given",
    explanation:
      "A number goes in that neither the question nor an earlier step gives, or one that was copied wrongly.",
    keyphrases: ["used a number that the question does not give", "copied a number of the question wrongly"],
  },
  {
    id: "unrelated-numbers",
    name: "Unrelated numbers put together",
    explanation: "Numbers are put together although nothing in the question relates them in this way.",
    keyphrases: [
      "added numbers that do not belong together",
      "subtracted numbers that do not belong together",
      "multiplied numbers that do not belong together",
      "divided numbers that do not belong together",
      "put a factor into the product that does not belong",
      "put an amount into the sum that does not belong",
    ],
  },
  {
    id: "missing-step",
    name: "A step left out",
    explanation:
      "The solution jumps over a calculation that must come first: a number goes in before it is worked on.",
    keyphrases: [
      "left out a step: addition",
      "left out a step: subtraction",
      "left out a step: multiplication",
      "left out a step: division",
      "left an amount out of the sum",
      "did not apply the percentage",
    ],
  },
  {
    id: "stopped-early",
    name: "Stopped early",
    explanation: "Every calculation is right, but a result on the way is given as the answer.",
    keyphrases: [
      "stopped before the last step: addition",
      "stopped before the last step: subtraction",
      "stopped before the last step: multiplication",
      "stopped before the last step: division",
      "stopped several steps early",
    ],
  },
  {
    id: "step-too-many",
    name: "A step too many",
    explanation:
      "The solution does more than the question asks: it goes on after the answer, or converts needlessly.",
    keyphrases: [
      "went on after the right result",
      "converted a unit that needs no conversion",
      "did the same calculation twice",
    ],
  },
  {
    id: "counting",
    name: "Counting amounts",
    explanation:
      "An amount is counted twice, left out or added although it does not belong, or a count is off by one.",
    keyphrases: [
      "counted an amount twice",
      "did the same calculation twice",
      "left an amount out of the sum",
      "put an amount into the sum that does not belong",
      "off by one in a count",
    ],
  },
  {
    id: "percentages-and-fractions",
    name: "Percentages and fractions",
    explanation:
      "A percentage or fraction is taken of the wrong amount, not taken, or confused with what remains after it.",
    keyphrases: [
      "took the percentage of the wrong base",
      "took the percentage of the original amount instead of the changed one",
      "took the percentage of a changed amount instead of the original",
      "took a percentage of the part instead of finding the whole",
      "used a wrong percentage",
      "used the percentage itself in place of the amount after it",
      "did not apply the percentage",
      "did not divide the percentage by 100",
      "treated a percentage as an amount",
      "confused a percentage with what remains of it",
      "confused a fraction with its complement",
    ],
  },
  {
    id: "units",
    name: "Unit conversion",
    explanation:
      "A unit is not converted, converted by a wrong factor or the wrong way, or converted needlessly.",
    keyphrases: [
      "did not convert a unit of time",
      "did not convert a unit of length",
      "did not convert a unit of money",
      "did not convert a unit of weight or volume",
      "did not convert dozens",
      "used a wrong conversion factor",
      "converted a unit in the wrong direction",
      "converted a unit that needs no conversion",
    ],
  },
  {
    id: "rounding",
    name: "Rounding",
    explanation: "A result is rounded that must stay exact, or not rounded as the question needs.",
    keyphrases: [
      "rounded an intermediate result",
      "did not round the answer as the question needs",
      "rounded the answer the wrong way",
    ],
  },
  {
    id: "final-answer",
    name: "The final answer",
    explanation: "No answer is given, or one that does not come out of the solution.",
    keyphrases: [
      "gave no final answer",
      "answered without a calculation",
      "copied a number of the question as the answer",
      "gave another number than its result as the answer",
    ],
  },
  {
    id: "unlike-the-reference",
    name: "Reasoning unlike the reference",
    explanation: "The solution has nothing in common with the reference by which its mistake could be named.",
    keyphrases: ["reasoning does not follow the reference"],
  },
] as const satisfies readonly Family[];

/** The causes that the symbolic diagnosis names. Numbers are never part of one. */
export type Keyphrase = (typeof taxonomy)[number]["keyphrases"][number];
