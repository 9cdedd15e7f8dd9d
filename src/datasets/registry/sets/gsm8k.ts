import { z } from "zod";
import { beforeStatedAnswer, statedAnswer } from "../../answers.ts";
import { defineDataSet } from "../data-set.ts";

/** Cobbe et al. 2021, arXiv 2110.14168. Solutions keep their calculator marks: `<<48/2=24>>`. */
export const gsm8k = defineDataSet({
  name: "gsm8k",
  title: "GSM8K: grade-school word problems",
  homepage: "https://github.com/openai/grade-school-math",
  licence: "MIT",
  source: {
    host: "github",
    repository: "openai/grade-school-math",
    revision: "3101c7d5072418e28b9008a6636bde82a006892c",
  },
  splits: {
    train: {
      files: [
        {
          path: "grade_school_math/data/train.jsonl",
          sha256: "17f347dc51477c50d4efb83959dbb7c56297aba886e5544ee2aaed3024813465",
        },
      ],
      rows: 7473,
      problems: 7473,
      prepared: "gsm8k/train.jsonl",
    },
    test: {
      files: [
        {
          path: "grade_school_math/data/test.jsonl",
          sha256: "3730d312f6e3440559ace48831e51066acaca737f6eabec99bccb9e4b3c39d14",
        },
      ],
      rows: 1319,
      problems: 1319,
      prepared: "gsm8k/test.jsonl",
    },
  },
  rules: [],
  row: z.object({ question: z.string(), answer: z.string().regex(/####/, "expected a line `#### …`") }),
  itemOf: ({ question, answer }, { split, index }) => ({
    id: `gsm8k-${split}-${index}`,
    question,
    solution: beforeStatedAnswer(answer),
    answer: statedAnswer(answer),
  }),
});
