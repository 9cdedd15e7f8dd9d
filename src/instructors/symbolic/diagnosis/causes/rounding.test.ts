import { expect, it } from "vitest";
import { diagnoseExample, type Example, packs } from "./examples.fixture.ts";

const examples: Example[] = [
  [
    "did not round the answer as the question needs",
    { ...packs, attempt: "27 * 2 = 54\n54 / 8 = 6.75\n#### 6.75", step: null },
  ],
  [
    "rounded the answer the wrong way",
    { ...packs, attempt: "27 * 2 = 54\n54 / 8 = 6.75\n#### 6", step: null },
  ],
];

it.each(examples)("recognises: %s", (keyphrase, example) => {
  expect(diagnoseExample([keyphrase, example])).toEqual([keyphrase, example.step]);
});
