import { describe, expect, it } from "vitest";
import { dataSets } from "../catalogue.ts";
import { applyRules } from "../rules.ts";

const position = { split: "test", index: 4 } as const;

/** Invented rows in the form in which each data set is published. */
describe("a published row becomes an item", () => {
  it.each([
    [
      dataSets.gsm8k,
      { question: "How many?", answer: "500+734=<<500+734=1234>>1,234\n#### 1,234" },
      {
        id: "gsm8k-test-4",
        question: "How many?",
        solution: "500+734=<<500+734=1234>>1,234",
        answer: "1234",
      },
    ],
    [
      dataSets.math500,
      {
        problem: "1+1?",
        solution: "$\\boxed{2}$",
        answer: "2",
        subject: "Algebra",
        level: 3,
        unique_id: "test/algebra/12.json",
      },
      {
        id: "math500-test-algebra-12",
        question: "1+1?",
        solution: "$\\boxed{2}$",
        answer: "2",
        skill: "Algebra",
        level: "3",
      },
    ],
    [
      dataSets["tal-scq5k-en"],
      {
        queId: "abc",
        difficulty: "1",
        problem: "1+1? ",
        answer_option_list: [[{ aoVal: "A", content: "$$2$$ " }], [{ aoVal: "B", content: "$$3$$ " }]],
        answer_analysis: null,
        answer_value: "A",
      },
      {
        id: "tal-scq5k-en-abc",
        question: "1+1? ",
        solution: "",
        answer: "A",
        options: ["$$2$$", "$$3$$"],
        level: "1",
      },
    ],
    [
      dataSets["gaokao-bench-math-en"],
      { question: "1+1?", answer: "2", data_topic: "gaokao_bench_math_en" },
      { id: "gaokaobench-en-4", question: "1+1?", solution: "", answer: "2", skill: "gaokao_bench_math_en" },
    ],
    [
      dataSets["sat-math"],
      {
        passage: "Let $x=1$.",
        question: "$x+1$?",
        options: ["(A)1", "(B)2", "(C)3", "(D)4"],
        label: "B",
        other: { solution: "Choice B is correct." },
      },
      {
        id: "sat-math-4",
        question: "Let $x=1$.\n$x+1$?",
        solution: "Choice B is correct.",
        answer: "B",
        options: ["1", "2", "3", "4"],
      },
    ],
    [
      dataSets["college-math"],
      { question: "1+1?", answer: "$2$", data_topic: "college_math.algebra" },
      { id: "college-4", question: "1+1?", solution: "", answer: "$2$", skill: "college_math.algebra" },
    ],
    [
      dataSets.svamp,
      {
        ID: "chal-9",
        Body: "Ann has 2 pens and buys 1 more",
        Question: "How many has she?",
        Equation: "( 2.0 + 1.0 )",
        Answer: 3.0,
        Type: "Addition",
      },
      {
        id: "svamp-chal-9",
        question: "Ann has 2 pens and buys 1 more. How many has she?",
        solution: "( 2.0 + 1.0 )",
        answer: "3",
        skill: "Addition",
      },
    ],
    [
      dataSets.asdiv,
      {
        body: "Ann has 2 pens.",
        question: "How many?",
        solution_type: "Addition",
        answer: "2 (pens)",
        formula: "2=2",
      },
      {
        id: "asdiv-4",
        question: "Ann has 2 pens. How many?",
        solution: "2=2",
        answer: "2",
        skill: "Addition",
      },
    ],
    [
      dataSets.mawps,
      { input: "Ann has 2.5 pens. How many?", target: 2.5, type: "addsub" },
      {
        id: "mawps-4",
        question: "Ann has 2.5 pens. How many?",
        solution: "",
        answer: "2.5",
        skill: "addsub",
      },
    ],
  ])("of $name", (dataSet, row, item) => {
    expect(dataSet.readItem(row, "line 5", position)).toEqual(item);
    expect(() => dataSet.readItem({ other: "row" }, "line 5", position)).toThrow(/line 5: field .* expected/);
  });
});

describe("the rules of TAL-SCQ5K", () => {
  const item = (id: string, question: string, answer: string, options = ["1", "2"]) => ({
    id,
    question,
    solution: "",
    answer,
    options,
  });

  it("leave out placeholders, contradictions and repetitions, and nothing else", () => {
    const items = [
      item("placeholder", "? ", "A"),
      item("one", "1+1?", "B"),
      item("again", "1+1? ", "B"),
      item("other-options", "1+1?", "A", ["2", "1"]),
      item("this", "2+2?", "A"),
      item("that", "2+2?", "B"),
    ];
    const { items: left, applied } = applyRules(items, dataSets["tal-scq5k-en"].rules);
    expect(left.map(({ id }) => id)).toEqual(["one", "other-options"]);
    expect(applied.map(({ ids }) => ids)).toEqual([["placeholder"], ["this", "that"], ["again"]]);
  });
});
