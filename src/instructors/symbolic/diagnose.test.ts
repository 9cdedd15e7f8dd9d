import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Case } from "../../domain/attempt.ts";
import { diagnose } from "./diagnose.ts";
import { type Keyphrase, taxonomy } from "./taxonomy.ts";

function badCase(question: string, solution: string, answer: string, output: string): Case {
  return {
    problem: { id: "p", question, solution, answer },
    attempt: { problemId: "p", output, prediction: null, verdict: "wrong", how: "" },
  };
}

interface Example {
  question: string;
  reference: string;
  answer: string;
  attempt: string;
  /** First wrong step, from 0; null where the mistake has none. */
  step: number | null;
}

const eggs = {
  question: "Ada has 40 eggs. She sells 12 eggs and shares the rest among 7 friends. How many does each get?",
  reference: "She keeps 40 - 12 = 28 eggs.\nEach gets 28 / 7 = 4 eggs.",
  answer: "4",
};
const boxes = {
  question: "Ben has 6 boxes of 15 pens and 4 bags of 9 pens. How many pens does he have?",
  reference: "The boxes hold 6 * 15 = 90 pens.\nThe bags hold 4 * 9 = 36 pens.\nHe has 90 + 36 = 126 pens.",
  answer: "126",
};
const coat = {
  question: "A coat costs 80 dollars. It is sold 20% off. What do 3 coats cost?",
  reference:
    "The discount is 80 * 20% = 16 dollars.\nA coat costs 80 - 16 = 64 dollars.\n3 coats cost 64 * 3 = 192 dollars.",
  answer: "192",
};
const film = {
  question: "Cleo watches a film of 3 hours and walks for 25 minutes. How many minutes is that?",
  reference: "The film lasts 3 * 60 = 180 minutes.\nIn all that is 180 + 25 = 205 minutes.",
  answer: "205",
};
const guests = {
  question: "Dora invites 11 friends. Each of them and Dora eats 4 rolls. How many rolls is that?",
  reference: "They are 11 + 1 = 12 people.\nThey eat 12 * 4 = 48 rolls.",
  answer: "48",
};
const packs = {
  question: "27 pupils need 2 sticks each. Sticks come in packs of 8. How many packs must be bought?",
  reference: "They need 27 * 2 = 54 sticks.\nThat is 54 / 8 = 6.75 packs, so 7.",
  answer: "7",
};
const growth = {
  question: "A shop sold 500 caps in May and 20% more in June. How many caps did it sell in both months?",
  reference: "The increase is 500 * 20% = 100.\nIn June that is 500 + 100 = 600.\nIn all 500 + 600 = 1100.",
  answer: "1100",
};

const examples: [Keyphrase, Example][] = [
  ["addition slip", { ...boxes, attempt: "6 * 15 = 90\n4 * 9 = 36\n90 + 36 = 136\n#### 136", step: 2 }],
  ["subtraction slip", { ...eggs, attempt: "40 - 12 = 38\n38 / 7 = 5\n#### 5", step: 0 }],
  ["multiplication slip", { ...boxes, attempt: "6 * 15 = 80\n4 * 9 = 36\n80 + 36 = 116\n#### 116", step: 0 }],
  ["division slip", { ...eggs, attempt: "40 - 12 = 28\n28 / 7 = 6\n#### 6", step: 1 }],
  [
    "rounded an intermediate result",
    {
      question: "10 liters are poured into 4 jugs. 3 jugs are drunk. How many liters are drunk?",
      reference: "A jug holds 10 / 4 = 2.5 liters.\nDrunk are 2.5 * 3 = 7.5 liters.",
      answer: "7.5",
      attempt: "10 / 4 = 2\n2 * 3 = 6\n#### 6",
      step: 0,
    },
  ],
  ["added instead of subtracting", { ...eggs, attempt: "40 + 12 = 52\n52 / 7 = 7.43\n#### 7.43", step: 0 }],
  [
    "subtracted instead of adding",
    { ...boxes, attempt: "6 * 15 = 90\n4 * 9 = 36\n90 - 36 = 54\n#### 54", step: 2 },
  ],
  ["subtracted the wrong way round", { ...eggs, attempt: "12 - 40 = -28\n-28 / 7 = -4\n#### -4", step: 0 }],
  ["multiplied instead of dividing", { ...eggs, attempt: "40 - 12 = 28\n28 * 7 = 196\n#### 196", step: 1 }],
  [
    "divided instead of multiplying",
    { ...boxes, attempt: "15 / 6 = 2.5\n4 * 9 = 36\n2.5 + 36 = 38.5\n#### 38.5", step: 0 },
  ],
  ["divided the wrong way round", { ...eggs, attempt: "40 - 12 = 28\n7 / 28 = 0.25\n#### 0.25", step: 1 }],
  [
    "added instead of multiplying",
    { ...boxes, attempt: "6 + 15 = 21\n4 * 9 = 36\n21 + 36 = 57\n#### 57", step: 0 },
  ],
  ["added instead of dividing", { ...eggs, attempt: "40 - 12 = 28\n28 + 7 = 35\n#### 35", step: 1 }],
  [
    "subtracted instead of multiplying",
    { ...boxes, attempt: "6 * 15 = 90\n9 - 4 = 5\n90 + 5 = 95\n#### 95", step: 1 },
  ],
  ["subtracted instead of dividing", { ...eggs, attempt: "40 - 12 = 28\n28 - 7 = 21\n#### 21", step: 1 }],
  [
    "multiplied instead of adding",
    { ...boxes, attempt: "6 * 15 = 90\n4 * 9 = 36\n90 * 36 = 3240\n#### 3240", step: 2 },
  ],
  [
    "multiplied instead of subtracting",
    { ...eggs, attempt: "40 * 12 = 480\n480 / 7 = 68.57\n#### 68.57", step: 0 },
  ],
  [
    "divided instead of adding",
    { ...boxes, attempt: "6 * 15 = 90\n4 * 9 = 36\n90 / 36 = 2.5\n#### 2.5", step: 2 },
  ],
  [
    "divided instead of subtracting",
    { ...eggs, attempt: "40 / 12 = 3.33\n3.33 / 7 = 0.48\n#### 0.48", step: 0 },
  ],
  [
    "used the wrong number of the question in the addition",
    {
      question: "A room has 14 chairs and 9 stools. 5 more chairs come. How many chairs are there?",
      reference: "There are 14 + 5 = 19 chairs.",
      answer: "19",
      attempt: "There are 14 + 9 = 23 chairs.\n#### 23",
      step: 0,
    },
  ],
  [
    "used the wrong number of the question in the subtraction",
    { ...eggs, attempt: "40 - 7 = 33\n33 / 7 = 4.71\n#### 4.71", step: 0 },
  ],
  [
    "used the wrong number of the question in the multiplication",
    { ...boxes, attempt: "6 * 9 = 54\n4 * 9 = 36\n54 + 36 = 90\n#### 90", step: 0 },
  ],
  [
    "used the wrong number of the question in the division",
    { ...eggs, attempt: "40 - 12 = 28\n28 / 12 = 2.33\n#### 2.33", step: 1 },
  ],
  [
    "used a number of the question in place of an intermediate result",
    {
      question: "Pia has 9 roses and buys 5. Each rose has 3 thorns. How many thorns are there?",
      reference: "Roses: 9 + 5 = 14.\nThorns: 14 * 3 = 42.",
      answer: "42",
      attempt: "Roses: 9 + 5 = 14.\nThorns: 9 * 3 = 27.\n#### 27",
      step: 1,
    },
  ],
  [
    "used the wrong intermediate result in the addition",
    {
      question:
        "A pack holds 12 nuts. A box holds 5 packs, a crate 7 packs. Two crates and a box hold how many nuts?",
      reference:
        "A box: 12 * 5 = 60.\nA crate: 12 * 7 = 84.\nTwo crates: 84 * 2 = 168.\nIn all 168 + 60 = 228.",
      answer: "228",
      attempt:
        "A box: 12 * 5 = 60.\nA crate: 12 * 7 = 84.\nTwo crates: 84 * 2 = 168.\nIn all 168 + 168 = 336.\n#### 336",
      step: 3,
    },
  ],
  [
    "used the wrong intermediate result in the subtraction",
    {
      question: "A tank holds 50 liters and gets 30 more. Then 4 cans of 8 liters are filled. What is left?",
      reference: "It has 50 + 30 = 80.\nCans: 4 * 8 = 32.\nLeft: 80 - 32 = 48.",
      answer: "48",
      attempt: "It has 50 + 30 = 80.\nCans: 4 * 8 = 32.\nLeft: 80 - 80 = 0.\n#### 0",
      step: 2,
    },
  ],
  [
    "used the wrong intermediate result in the multiplication",
    {
      question:
        "There are 3 red and 4 blue pots. A red pot takes 6 plants more than a blue one, which takes 10.",
      reference: "A red pot: 10 + 6 = 16.\nPots: 3 + 4 = 7.\nRed plants: 16 * 3 = 48.",
      answer: "48",
      attempt: "A red pot: 10 + 6 = 16.\nPots: 3 + 4 = 7.\nRed plants: 16 * 7 = 112.\n#### 112",
      step: 2,
    },
  ],
  [
    "used the wrong intermediate result in the division",
    {
      question:
        "Two shelves hold 30 and 18 books. 6 pupils, of whom 2 are ill, carry them. How many does each carry?",
      reference: "Books: 30 + 18 = 48.\nPupils: 6 - 2 = 4.\nEach: 48 / 4 = 12.",
      answer: "12",
      attempt: "Books: 30 + 18 = 48.\nPupils: 6 - 2 = 4.\nEach: 48 / 48 = 1.\n#### 1",
      step: 2,
    },
  ],
  [
    "used a number that the question does not give",
    { ...eggs, attempt: "40 - 19 = 21\n21 / 7 = 3\n#### 3", step: 0 },
  ],
  [
    "copied a number of the question wrongly",
    { ...boxes, attempt: "6 * 51 = 306\n4 * 9 = 36\n306 + 36 = 342\n#### 342", step: 0 },
  ],
  [
    "added numbers that do not belong together",
    {
      question:
        "Ben has 6 boxes of 15 pens. He has 70 dollars and lives 35 miles away. How many pens has he?",
      reference: "The boxes hold 6 * 15 = 90 pens.",
      answer: "90",
      attempt: "He has 70 + 35 = 105 pens.\n#### 105",
      step: 0,
    },
  ],
  [
    "subtracted numbers that do not belong together",
    {
      question:
        "Ben has 6 boxes of 15 pens. He has 70 dollars and lives 35 miles away. How many pens has he?",
      reference: "The boxes hold 6 * 15 = 90 pens.",
      answer: "90",
      attempt: "He has 70 - 35 = 35 pens.\n#### 35",
      step: 0,
    },
  ],
  [
    "multiplied numbers that do not belong together",
    {
      question:
        "Ben has 6 boxes of 15 pens. He has 70 dollars and lives 35 miles away. How many pens has he?",
      reference: "The boxes hold 6 * 15 = 90 pens.",
      answer: "90",
      attempt: "He has 70 * 35 = 2450 pens.\n#### 2450",
      step: 0,
    },
  ],
  [
    "divided numbers that do not belong together",
    {
      question:
        "Ben has 6 boxes of 15 pens. He has 70 dollars and lives 35 miles away. How many pens has he?",
      reference: "The boxes hold 6 * 15 = 90 pens.",
      answer: "90",
      attempt: "He has 70 / 35 = 2 pens.\n#### 2",
      step: 0,
    },
  ],
  [
    "put an amount into the sum that does not belong",
    {
      question:
        "Gus buys a pen for 3 dollars and a book for 14 dollars and has 50 dollars. What does he spend?",
      reference: "He spends 3 + 14 = 17 dollars.",
      answer: "17",
      attempt: "He spends 3 + 14 + 50 = 67 dollars.\n#### 67",
      step: 0,
    },
  ],
  [
    "put a factor into the product that does not belong",
    {
      question: "4 rows of 6 seats stand in 5 halls. How many seats has one hall?",
      reference: "One hall has 4 * 6 = 24 seats.",
      answer: "24",
      attempt: "It has 4 * 6 * 5 = 120 seats.\n#### 120",
      step: 0,
    },
  ],
  [
    "left out a step: addition",
    {
      question: "Pia has 9 roses and buys 5. Each rose has 3 thorns. How many thorns are there?",
      reference: "Roses: 9 + 5 = 14.\nThorns: 14 * 3 = 42.",
      answer: "42",
      attempt: "Thorns: 9 * 3 = 27.\n#### 27",
      step: 0,
    },
  ],
  ["left out a step: subtraction", { ...eggs, attempt: "40 / 7 = 5.71\n#### 5.71", step: 0 }],
  [
    "left out a step: multiplication",
    { ...boxes, attempt: "The boxes hold 6 * 15 = 90 pens.\nHe has 90 + 9 = 99 pens.\n#### 99", step: 1 },
  ],
  [
    "left out a step: division",
    {
      question: "18 cookies are packed 3 to a bag. Each bag sells for 5 dollars. What do they bring?",
      reference: "There are 18 / 3 = 6 bags.\nThey bring 6 * 5 = 30 dollars.",
      answer: "30",
      attempt: "They bring 18 * 5 = 90 dollars.\n#### 90",
      step: 0,
    },
  ],
  [
    "left an amount out of the sum",
    {
      question: "Ida sells 7 cakes, 12 pies and 30 rolls. How many things does she sell?",
      reference: "She sells 7 + 12 + 30 = 49 things.",
      answer: "49",
      attempt: "She sells 7 + 30 = 37 things.\n#### 37",
      step: 0,
    },
  ],
  [
    "stopped before the last step: addition",
    { ...film, attempt: "The film lasts 3 * 60 = 180 minutes.\n#### 180", step: null },
  ],
  [
    "stopped before the last step: subtraction",
    {
      question: "A man of 70 dollars buys 4 hats of 15 dollars. What is left?",
      reference: "They cost 4 * 15 = 60.\nLeft are 70 - 60 = 10.",
      answer: "10",
      attempt: "They cost 4 * 15 = 60.\n#### 60",
      step: null,
    },
  ],
  [
    "stopped before the last step: multiplication",
    { ...coat, attempt: "80 * 20% = 16\n80 - 16 = 64\n#### 64", step: null },
  ],
  ["stopped before the last step: division", { ...eggs, attempt: "40 - 12 = 28\n#### 28", step: null }],
  ["stopped several steps early", { ...coat, attempt: "80 * 20% = 16\n#### 16", step: null }],
  [
    "went on after the right result",
    { ...eggs, attempt: "40 - 12 = 28\n28 / 7 = 4\n4 * 7 = 28\n#### 28", step: 2 },
  ],
  [
    "converted a unit that needs no conversion",
    {
      question: "Jo works 8 hours a day for 5 days at 11 dollars an hour. What does she earn?",
      reference: "She works 8 * 5 = 40 hours.\nShe earns 40 * 11 = 440 dollars.",
      answer: "440",
      attempt: "She works 8 * 60 = 480 hours.\nShe earns 480 * 11 = 5280 dollars.\n#### 5280",
      step: 0,
    },
  ],
  [
    "counted an amount twice",
    { ...boxes, attempt: "6 * 15 = 90\n4 * 9 = 36\n90 + 36 + 36 = 162\n#### 162", step: 2 },
  ],
  [
    "did the same calculation twice",
    {
      question:
        "A farm has 60 animals, hens and cows, and 3 times as many of all as barns. It lies 8 miles away.",
      reference: "Barns: 60 / 3 = 20.\nMiles: 20 + 8 = 28.",
      answer: "28",
      attempt: "Barns: 60 / 3 = 20.\nBarns: 60 / 3 = 20.\nMiles: 20 + 20 = 40.\n#### 40",
      step: 1,
    },
  ],
  ["off by one in a count", { ...guests, attempt: "They eat 11 * 4 = 44 rolls.\n#### 44", step: 0 }],
  [
    "took the percentage of the wrong base",
    {
      question: "Of 50 apples and 30 pears, 10% of the apples are bad. How many apples are bad?",
      reference: "Bad apples: 50 * 10% = 5.",
      answer: "5",
      attempt: "Bad apples: 30 * 10% = 3.\n#### 3",
      step: 0,
    },
  ],
  [
    "took the percentage of the original amount instead of the changed one",
    {
      question: "A firm has 200 workers and hires 40. Then 5% of all leave. How many leave?",
      reference: "It has 200 + 40 = 240.\n240 * 5% = 12 leave.",
      answer: "12",
      attempt: "200 * 5% = 10 leave.\n#### 10",
      step: 0,
    },
  ],
  [
    "took the percentage of a changed amount instead of the original",
    {
      question:
        "A firm has 200 workers and hires 40. The fee is 5% of the workers it had at first. What is the fee?",
      reference: "The fee is 200 * 5% = 10.\nLater it has 200 + 40 = 240.",
      answer: "10",
      attempt: "It has 200 + 40 = 240.\nThe fee is 240 * 5% = 12.\n#### 12",
      step: 1,
    },
  ],
  [
    "took a percentage of the part instead of finding the whole",
    {
      question: "30 pupils are 60% of a class. How many pupils are in the class?",
      reference: "The class has 30 / 60% = 50 pupils.",
      answer: "50",
      attempt: "The class has 30 * 60% = 18 pupils.\n#### 18",
      step: 0,
    },
  ],
  [
    "used a wrong percentage",
    { ...coat, attempt: "80 * 25% = 20\n80 - 20 = 60\n60 * 3 = 180\n#### 180", step: 0 },
  ],
  [
    "used the percentage itself in place of the amount after it",
    {
      ...coat,
      attempt: "The discount is 80 * 20% = 16 dollars.\n3 coats cost 16 * 3 = 48 dollars.\n#### 48",
      step: 1,
    },
  ],
  ["did not apply the percentage", { ...growth, attempt: "In all 500 + 500 = 1000.\n#### 1000", step: 0 }],
  [
    "did not divide the percentage by 100",
    { ...coat, attempt: "80 * 20 = 1600\n1600 * 3 = 4800\n#### 4800", step: 0 },
  ],
  [
    "treated a percentage as an amount",
    { ...coat, attempt: "80 - 20 = 60\n60 * 3 = 180\n#### 180", step: 0 },
  ],
  [
    "confused a percentage with what remains of it",
    {
      question: "A coat costs 80 dollars and is 20% off. What does it cost?",
      reference: "The rate is 1 - 20% = 80%.\nIt costs 80 * 80% = 64.",
      answer: "64",
      attempt: "It costs 80 * 20% = 16.\n#### 16",
      step: 0,
    },
  ],
  [
    "confused a fraction with its complement",
    {
      question: "A tank holds 76 liters. 1/4 of them are used. How many liters are left?",
      reference: "Left are 76 * 0.75 = 57 liters.",
      answer: "57",
      attempt: "Left are 76 * 0.25 = 19 liters.\n#### 19",
      step: 0,
    },
  ],
  [
    "did not convert a unit of time",
    { ...film, attempt: "In all that is 3 + 25 = 28 minutes.\n#### 28", step: 0 },
  ],
  [
    "did not convert a unit of length",
    {
      question: "A rope of 9 feet is cut into pieces of 4 inches. How many pieces are there?",
      reference: "It has 9 * 12 = 108 inches.\nThat makes 108 / 4 = 27 pieces.",
      answer: "27",
      attempt: "That makes 9 / 4 = 2.25 pieces.\n#### 2.25",
      step: null,
    },
  ],
  [
    "did not convert a unit of money",
    {
      question: "How many cents are 7 dollars and 45 cents?",
      reference: "That is 7 * 100 = 700.\nIn all 700 + 45 = 745.",
      answer: "745",
      attempt: "In all 7 + 45 = 52.\n#### 52",
      step: 0,
    },
  ],
  [
    "did not convert a unit of weight or volume",
    {
      question: "A cheese of 3 pounds loses 5 ounces. How many ounces are left?",
      reference: "It has 3 * 16 = 48 ounces.\nLeft are 48 - 5 = 43.",
      answer: "43",
      attempt: "Left are 3 - 5 = -2.\n#### -2",
      step: 0,
    },
  ],
  [
    "did not convert dozens",
    {
      question: "Kim has 4 dozen rolls and eats 5. How many rolls are left?",
      reference: "He has 4 * 12 = 48 rolls.\nLeft are 48 - 5 = 43.",
      answer: "43",
      attempt: "Left are 4 - 5 = -1.\n#### -1",
      step: 0,
    },
  ],
  [
    "used a wrong conversion factor",
    { ...film, attempt: "The film lasts 3 * 24 = 72 minutes.\n72 + 25 = 97\n#### 97", step: 0 },
  ],
  [
    "converted a unit in the wrong direction",
    { ...film, attempt: "The film lasts 3 / 60 = 0.05 minutes.\n0.05 + 25 = 25.05\n#### 25.05", step: 0 },
  ],
  [
    "did not round the answer as the question needs",
    { ...packs, attempt: "27 * 2 = 54\n54 / 8 = 6.75\n#### 6.75", step: null },
  ],
  [
    "rounded the answer the wrong way",
    { ...packs, attempt: "27 * 2 = 54\n54 / 8 = 6.75\n#### 6", step: null },
  ],
  ["gave no final answer", { ...eggs, attempt: "40 - 12 = 28", step: null }],
  ["answered without a calculation", { ...eggs, attempt: "Each friend is happy.\n#### 5", step: null }],
  [
    "copied a number of the question as the answer",
    { ...eggs, attempt: "40 - 12 = 28\n#### 12", step: null },
  ],
  [
    "gave another number than its result as the answer",
    { ...eggs, attempt: "40 - 12 = 28\n28 / 7 = 4\n#### 5", step: null },
  ],
  [
    "reasoning does not follow the reference",
    {
      question: "x",
      reference: "",
      answer: "9",
      attempt: "3 + 4 = 7\n#### 7",
      step: null,
    },
  ],
];

describe("diagnose", () => {
  it.each(examples)("recognises: %s", (keyphrase, { question, reference, answer, attempt, step }) => {
    const diagnosis = diagnose(badCase(question, reference, answer, attempt));
    expect([diagnosis.keyphrase, diagnosis.firstWrongStep]).toEqual([keyphrase, step]);
    expect(diagnosis.explanation).not.toBe("");
  });

  it("says what the step says and what the reference says", () => {
    const { question, reference, answer } = eggs;
    const { explanation } = diagnose(badCase(question, reference, answer, "40 + 12 = 52\n#### 52"));
    expect(explanation).toBe(
      'Step 1 says "40 + 12 = 52" where the reference says "40 - 12 = 28". It calls for subtraction, not addition.',
    );
  });

  it("reads calculator marks as well as prose", () => {
    const solution = "Each gets 28 / 7 = <<28/7=4>>4.";
    const attempt = "Each gets 28 * 7 = <<28*7=196.0>>196.\nA: 196";
    expect(diagnose(badCase("28 eggs for 7 friends", solution, "4", attempt))).toMatchObject({
      keyphrase: "multiplied instead of dividing",
      firstWrongStep: 0,
    });
  });

  it("diagnoses any text", () => {
    const garbled = fc.string({
      unit: fc.constantFrom(..."0123456789 +-*/=().,%$#\n", "eggs ", "#### ", "A: "),
    });
    fc.assert(
      fc.property(garbled, garbled, (solution, output) => {
        const { firstWrongStep, keyphrase } = diagnose(badCase("Ada has 40 eggs.", solution, "4", output));
        expect(keyphrase).not.toBe("");
        expect(firstWrongStep ?? 0).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 1000 },
    );
  });

  it("has an example of every keyphrase of the taxonomy", () => {
    const all = new Set<string>(taxonomy.flatMap(({ keyphrases }) => keyphrases));
    expect([...all].filter((keyphrase) => !examples.some(([known]) => known === keyphrase))).toEqual([]);
  });
});
