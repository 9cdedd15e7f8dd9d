import { expect, it } from "vitest";
import { boxes, diagnoseExample, type Example, eggs } from "./examples.fixture.ts";

const examples: Example[] = [
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
];

it.each(examples)("recognises: %s", (keyphrase, example) => {
  expect(diagnoseExample([keyphrase, example])).toEqual([keyphrase, example.step]);
});
