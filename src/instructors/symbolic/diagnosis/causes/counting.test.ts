import { expect, it } from "vitest";
import { boxes, diagnoseExample, type Example, guests } from "./examples.fixture.ts";

const examples: Example[] = [
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
];

it.each(examples)("recognises: %s", (keyphrase, example) => {
  expect(diagnoseExample([keyphrase, example])).toEqual([keyphrase, example.step]);
});
