import { z } from "zod";
import { defineDataSet } from "../data-set.ts";

/** The 500 problems of the MATH test split that Lightman et al. 2023 (arXiv 2305.20050) held out. */
export const math500 = defineDataSet({
  name: "math500",
  title: "MATH-500: 500 problems of the test split of MATH",
  homepage: "https://huggingface.co/datasets/HuggingFaceH4/MATH-500",
  licence: "MIT",
  source: {
    host: "hugging-face",
    repository: "HuggingFaceH4/MATH-500",
    revision: "6e4ed1a2a79af7d8630a6b768ec859cb5af4d3be",
  },
  splits: {
    test: {
      files: [
        {
          path: "test.jsonl",
          sha256: "35dc41080a3680858b27fa7e0533d2d547825316fc5dafe5d316f4ccc5a06132",
        },
      ],
      rows: 500,
      problems: 500,
      prepared: "math/math500.jsonl",
    },
  },
  rules: [],
  row: z.object({
    problem: z.string(),
    solution: z.string(),
    answer: z.string(),
    subject: z.string(),
    level: z.number(),
    unique_id: z.string().regex(/^test\/\w+\/\d+\.json$/),
  }),
  itemOf: ({ problem, solution, answer, subject, level, unique_id }) => ({
    // "test/precalculus/807.json"
    id: `math500-${unique_id.replace(".json", "").replaceAll("/", "-")}`,
    question: problem,
    solution,
    answer,
    skill: subject,
    level: String(level),
  }),
});
