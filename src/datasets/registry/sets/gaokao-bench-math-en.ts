import { z } from "zod";
import { defineDataSet } from "../data-set.ts";
import { correct } from "../rules.ts";

/** GaoKaoBench-Math of MWPBench (Tang et al. 2024, arXiv 2403.02884): Chinese entrance examinations, translated. */
export const gaokaoBenchMathEn = defineDataSet({
  name: "gaokao-bench-math-en",
  title: "GaoKaoBench-Math: Chinese university entrance examinations, in English",
  homepage: "https://github.com/hkust-nlp/dart-math",
  licence: "Apache-2.0",
  source: {
    host: "github",
    repository: "hkust-nlp/dart-math",
    revision: "219b32467b55f7c610195e148b56df3431e1a963",
  },
  splits: {
    test: {
      files: [
        {
          path: "data/dsets/mwpbench/gaokaobench.jsonl",
          sha256: "391f191031bd622a1f8d4075f64b4f746e13b6233a182dc34597a25d8b06bc3f",
        },
      ],
      rows: 508,
      problems: 508,
      prepared: "gaokao/gaokaobench_math_en.jsonl",
    },
  },
  rules: [
    correct("its answer ends with a brace that nothing opens", ({ answer }) =>
      /^[^{}]*\}$/.test(answer) ? { answer: answer.slice(0, -1) } : null,
    ),
  ],
  row: z.object({ question: z.string(), answer: z.string(), data_topic: z.string() }),
  itemOf: ({ question, answer, data_topic }, { index }) => ({
    id: `gaokaobench-en-${index}`,
    question,
    solution: "",
    answer,
    skill: data_topic,
  }),
});
