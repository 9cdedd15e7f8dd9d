import { expect, it } from "vitest";
import { coat, diagnoseExample, type Example } from "./examples.fixture.ts";

const examples: Example[] = [
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
];

it.each(examples)("recognises: %s", (keyphrase, example) => {
  expect(diagnoseExample([keyphrase, example])).toEqual([keyphrase, example.step]);
});
