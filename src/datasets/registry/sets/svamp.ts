import { z } from "zod";
import { defineDataSet } from "../data-set.ts";

/** Patel et al. 2021, arXiv 2103.07191. The whole set is the test, as in LEMMA and most of the literature. */
export const svamp = defineDataSet({
  name: "svamp",
  title: "SVAMP: elementary word problems in varied wordings",
  homepage: "https://github.com/arkilpatel/SVAMP",
  licence: "MIT",
  source: {
    host: "github",
    repository: "arkilpatel/SVAMP",
    revision: "689d7ccac74b9983a2ac7cc3b264f441b99e7c53",
  },
  splits: {
    test: {
      files: [
        {
          path: "SVAMP.json",
          sha256: "5be77703a6d891ae476d7c082787ad361392aa02453b132516cdd5f4e7934e3e",
        },
      ],
      rows: 1000,
      problems: 1000,
      prepared: "svamp/test.jsonl",
    },
  },
  rules: [],
  row: z.object({
    ID: z.string(),
    Body: z.string(),
    Question: z.string(),
    Equation: z.string(),
    Answer: z.number(),
    Type: z.string(),
  }),
  itemOf: ({ ID, Body, Question, Equation, Answer, Type }) => ({
    id: `svamp-${ID}`,
    question: `${asSentence(Body)} ${Question}`,
    solution: Equation,
    answer: String(Answer),
    skill: Type,
  }),
});

/** A third of the bodies lack their full stop. */
function asSentence(text: string): string {
  const body = text.trimEnd();
  return /[.?!,]$/.test(body) ? body : `${body}.`;
}
