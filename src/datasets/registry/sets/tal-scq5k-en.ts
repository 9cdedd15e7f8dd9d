import { z } from "zod";
import type { Item } from "../../item.ts";
import { defineDataSet } from "../data-set.ts";
import { leaveOut } from "../rules.ts";

const option = z.object({ aoVal: z.string(), content: z.string() });

const textOf = ({ question, options }: Item) =>
  JSON.stringify([question, ...(options ?? [])].map((text) => text.trim()));

const contradictory = leaveOut("another row asks the same and has another answer", (items) => {
  const answers = new Map<string, Set<string>>();
  for (const item of items) {
    const text = textOf(item);
    answers.set(text, (answers.get(text) ?? new Set()).add(item.answer));
  }
  return (item) => answers.get(textOf(item))!.size > 1;
});

const repeated = leaveOut("it repeats an earlier row, options included", (items) => {
  const first = new Map<string, Item>();
  for (const item of items) if (!first.has(textOf(item))) first.set(textOf(item), item);
  return (item) => first.get(textOf(item)) !== item;
});

const withoutQuestion = leaveOut(
  "it has a placeholder in place of a question",
  () =>
    ({ question }) =>
      !/[\p{L}\p{N}]/u.test(question),
);

/** TAL Education Group 2023: competition problems with up to ten options, of which one is right. */
export const talScq5kEn = defineDataSet({
  name: "tal-scq5k-en",
  title: "TAL-SCQ5K-EN: multiple-choice competition problems",
  homepage: "https://github.com/math-eval/TAL-SCQ5K",
  licence: "MIT",
  source: {
    host: "github",
    repository: "math-eval/TAL-SCQ5K",
    revision: "8a66d6e14c65ba002beda39747e6b7c43bd2d472",
  },
  splits: {
    train: {
      files: [
        {
          path: "en_single_choice_constructed_5K/en_single_choice_train_3K.jsonl",
          sha256: "dc74f7c0537743cad5b4f145fddeb4b689e4c54ecf5c5e26acf9d247e8b21013",
        },
      ],
      rows: 3000,
      problems: 2824,
      prepared: "tal_scq5k/train.jsonl",
    },
    test: {
      files: [
        {
          path: "en_single_choice_constructed_5K/en_single_choice_test_2K.jsonl",
          sha256: "9847f03c7a28941fda5605c0641c7fa38d692edcbd6d436ba4b5823ec529b839",
        },
      ],
      rows: 2000,
      problems: 1864,
      prepared: "tal_scq5k/test.jsonl",
    },
  },
  rules: [withoutQuestion, contradictory, repeated],
  row: z.object({
    queId: z.string(),
    difficulty: z.string(),
    problem: z.string(),
    answer_option_list: z.array(z.tuple([option])),
    answer_analysis: z.array(z.string()).nullable(),
    answer_value: z.string(),
  }),
  itemOf: (row, { split }) => ({
    id: `tal-scq5k-en${split === "train" ? "_train" : ""}-${row.queId}`,
    question: row.problem,
    solution: (row.answer_analysis ?? []).join("\n"),
    answer: row.answer_value.trim(),
    options: row.answer_option_list.map(([{ content }]) => content.trim()),
    level: row.difficulty,
  }),
});
