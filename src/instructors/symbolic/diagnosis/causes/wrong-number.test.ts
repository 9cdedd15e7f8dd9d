import { expect, it } from "vitest";
import { boxes, diagnoseExample, type Example, eggs } from "./examples.fixture.ts";

const examples: Example[] = [
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
];

it.each(examples)("recognises: %s", (keyphrase, example) => {
  expect(diagnoseExample([keyphrase, example])).toEqual([keyphrase, example.step]);
});
