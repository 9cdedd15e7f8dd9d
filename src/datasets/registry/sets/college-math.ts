import { z } from "zod";
import { defineDataSet } from "../data-set.ts";
import { qwenEvaluation } from "../qwen-evaluation.ts";

/** CollegeMath of MWPBench (Tang et al. 2024, arXiv 2403.02884): exercises of nine open textbooks, answers only. */
export const collegeMath = defineDataSet({
  name: "college-math",
  title: "CollegeMath: exercises of college textbooks in seven subjects",
  homepage: "https://github.com/microsoft/unilm/tree/master/mathscale",
  licence: "each row its textbook's: Creative Commons (some non-commercial), GNU FDL",
  source: qwenEvaluation,
  splits: {
    test: {
      files: [
        {
          path: "evaluation/data/college_math/test.jsonl",
          sha256: "91131bc4a355b884fc63ef7c4f048c35adb030004a4cb07b1475698f120aa4a6",
        },
      ],
      rows: 2818,
      problems: 2818,
      prepared: "college_math/test.jsonl",
    },
  },
  rules: [],
  row: z.object({ question: z.string(), answer: z.string(), data_topic: z.string() }),
  itemOf: ({ question, answer, data_topic }, { index }) => ({
    id: `college-${index}`,
    question,
    solution: "",
    answer,
    skill: data_topic,
  }),
});
