import { expect, it } from "vitest";
import { diagnoseExample, type Example, eggs } from "./examples.fixture.ts";

const examples: Example[] = [
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

it.each(examples)("recognises: %s", (keyphrase, example) => {
  expect(diagnoseExample([keyphrase, example])).toEqual([keyphrase, example.step]);
});
