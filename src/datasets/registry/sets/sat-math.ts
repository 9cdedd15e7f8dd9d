import { z } from "zod";
import { withoutLetters } from "../../item.ts";
import { defineDataSet } from "../data-set.ts";

/** The SAT mathematics questions of AGIEval (Zhong et al. 2023, arXiv 2304.06364). */
export const satMath = defineDataSet({
  name: "sat-math",
  title: "SAT-Math: multiple-choice questions of the SAT, from AGIEval",
  homepage: "https://github.com/ruixiangcui/AGIEval",
  licence: "MIT",
  source: {
    host: "github",
    repository: "ruixiangcui/AGIEval",
    revision: "5c77d073fda993f1652eaae3cf5d04cc5fd21d40",
  },
  splits: {
    test: {
      files: [
        {
          path: "data/v1/sat-math.jsonl",
          sha256: "9cde4c0522b6196852a5562db6e72bf8817b4802822db0fc10013d1becdab3c3",
        },
      ],
      rows: 220,
      problems: 220,
      prepared: "sat_math/test.jsonl",
    },
  },
  rules: [],
  row: z.object({
    passage: z.string().nullable(),
    question: z.string(),
    options: z.array(z.string()).length(4),
    label: z.enum(["A", "B", "C", "D"]),
    other: z.object({ solution: z.string() }),
  }),
  itemOf: ({ passage, question, options, label, other }, { index }) => ({
    id: `sat-math-${index}`,
    // A passage belongs to several questions, which mean nothing without it.
    question: passage ? `${passage}\n${question}` : question,
    solution: other.solution,
    answer: label,
    options: withoutLetters(options),
  }),
});
