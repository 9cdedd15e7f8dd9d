import { z } from "zod";
import { defineDataSet } from "../data-set.ts";
import { qwenEvaluation } from "../qwen-evaluation.ts";

/** Koncel-Kedziorski et al. 2016: the four parts that LEMMA measures, 84 of whose rows repeat another's text. */
export const mawps = defineDataSet({
  name: "mawps",
  title: "MAWPS: elementary word problems (AddSub, MultiArith, SingleEq, SingleOp)",
  homepage: "https://github.com/sroy9/mawps",
  licence: "none stated",
  source: qwenEvaluation,
  splits: {
    test: {
      files: [
        {
          path: "evaluation/data/mawps/test.jsonl",
          sha256: "00ffe31161be8623a3d36741830edbba87a3aee0109f693810fe40b9d5d91b8b",
        },
      ],
      rows: 2065,
      problems: 2065,
      prepared: "mawps/test.jsonl",
    },
  },
  undivided: true,
  rules: [],
  row: z.object({ input: z.string(), target: z.number(), type: z.string() }),
  itemOf: ({ input, target, type }, { index }) => ({
    id: `mawps-${index}`,
    question: input,
    solution: "",
    answer: String(target),
    skill: type,
  }),
});
