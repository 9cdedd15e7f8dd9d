import { expect, it } from "vitest";
import { diagnoseExample, type Example, film } from "./examples.fixture.ts";

const examples: Example[] = [
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
];

it.each(examples)("recognises: %s", (keyphrase, example) => {
  expect(diagnoseExample([keyphrase, example])).toEqual([keyphrase, example.step]);
});
