import { expect, it } from "vitest";
import { diagnoseExample, type Example, eggs } from "./examples.fixture.ts";

const examples: Example[] = [
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
    "went on after the right result",
    { ...eggs, attempt: "40 - 12 = 28\n28 / 7 = 4\n4 * 7 = 28\n#### 28", step: 2 },
  ],
];

it.each(examples)("recognises: %s", (keyphrase, example) => {
  expect(diagnoseExample([keyphrase, example])).toEqual([keyphrase, example.step]);
});
