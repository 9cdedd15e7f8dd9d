import { expect, it } from "vitest";
import { boxes, diagnoseExample, type Example, eggs } from "./examples.fixture.ts";

const examples: Example[] = [
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
];

it.each(examples)("recognises: %s", (keyphrase, example) => {
  expect(diagnoseExample([keyphrase, example])).toEqual([keyphrase, example.step]);
});
