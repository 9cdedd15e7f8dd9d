import { expect, it } from "vitest";
import { boxes, coat, diagnoseExample, type Example, eggs, growth } from "./examples.fixture.ts";

const examples: Example[] = [
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
    "used the percentage itself in place of the amount after it",
    {
      ...coat,
      attempt: "The discount is 80 * 20% = 16 dollars.\n3 coats cost 16 * 3 = 48 dollars.\n#### 48",
      step: 1,
    },
  ],
  ["did not apply the percentage", { ...growth, attempt: "In all 500 + 500 = 1000.\n#### 1000", step: 0 }],
];

it.each(examples)("recognises: %s", (keyphrase, example) => {
  expect(diagnoseExample([keyphrase, example])).toEqual([keyphrase, example.step]);
});
