import { expect, it } from "vitest";
import { coat, diagnoseExample, type Example, eggs, film } from "./examples.fixture.ts";

const examples: Example[] = [
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
];

it.each(examples)("recognises: %s", (keyphrase, example) => {
  expect(diagnoseExample([keyphrase, example])).toEqual([keyphrase, example.step]);
});
