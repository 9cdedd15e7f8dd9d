import { z } from "zod";
import { defineDataSet } from "../data-set.ts";
import { qwenEvaluation } from "../qwen-evaluation.ts";
import { correct } from "../rules.ts";

/** Miao et al. 2020, arXiv 2106.15772, without the problems that have several answers, as LEMMA measures it. */
export const asdiv = defineDataSet({
  name: "asdiv",
  title: "ASDiv: diverse elementary word problems with one answer",
  homepage: "https://github.com/chaochun/nlu-asdiv-dataset",
  licence: "CC BY-NC 4.0",
  source: qwenEvaluation,
  splits: {
    test: {
      files: [
        {
          path: "evaluation/data/asdiv/test.jsonl",
          sha256: "5759580385e706f961a30d4c07d6925b35c3f7c86d6c50bc413957169693dad2",
        },
      ],
      rows: 2215,
      problems: 2215,
      prepared: "asdiv/test.jsonl",
    },
  },
  undivided: true,
  rules: [
    correct("its answer, −(1/3), is cut by readers that take brackets for a unit", ({ id, answer }) =>
      id === "asdiv-1313" && answer.startsWith("-") ? { answer: "-1/3" } : null,
    ),
  ],
  row: z.object({
    body: z.string(),
    question: z.string(),
    solution_type: z.string(),
    answer: z.string(),
    formula: z.string(),
  }),
  itemOf: ({ body, question, solution_type, answer, formula }, { index }) => ({
    id: `asdiv-${index}`,
    question: `${body} ${question}`,
    solution: formula,
    answer: withoutUnit(answer),
    skill: solution_type,
  }),
});

/** "9 (apples)" is 9. */
function withoutUnit(answer: string): string {
  return answer.replace(/\s+\([^()]*\)\s*$/, "").trim();
}
