import { z } from "zod";
import { contentKey } from "../../../foundation/content-key.ts";
import { lastBoxed } from "../../answers.ts";
import { defineDataSet, type PublishedFile, type SplitName } from "../data-set.ts";
import { correctMathAnswers } from "./math-corrections.ts";

const subjects = [
  "algebra",
  "counting_and_probability",
  "geometry",
  "intermediate_algebra",
  "number_theory",
  "prealgebra",
  "precalculus",
];

const filesOf = (split: SplitName): PublishedFile[] =>
  subjects.map((subject) => ({ path: `${subject}/${split}-00000-of-00001.parquet` }));

const nameOf = (subject: string) => subject.toLowerCase().replace("&", "and").replaceAll(" ", "_");

/** Hendrycks et al. 2021, arXiv 2103.03874, as EleutherAI publishes it since the first publication was withdrawn. */
export const math = defineDataSet({
  name: "math",
  title: "MATH: competition mathematics in seven subjects",
  homepage: "https://github.com/hendrycks/math",
  licence: "MIT",
  source: {
    host: "hugging-face",
    repository: "EleutherAI/hendrycks_math",
    revision: "21a5633873b6a120296cce3e2df9d5550074f4a3",
  },
  splits: {
    train: { files: filesOf("train"), rows: 7500, problems: 7500, prepared: "math/train.jsonl" },
    test: { files: filesOf("test"), rows: 5000, problems: 5000, prepared: "math/test.jsonl" },
  },
  rules: correctMathAnswers,
  row: z.object({ problem: z.string(), level: z.string(), type: z.string(), solution: z.string() }),
  itemOf: ({ problem, level, type, solution }, { split }) => ({
    // The rows have no number of their own that other publications share.
    id: `math-${split}-${nameOf(type)}-${contentKey(problem).slice(0, 8)}`,
    question: problem,
    solution,
    answer: lastBoxed(solution) ?? "",
    skill: type,
    level,
  }),
});
