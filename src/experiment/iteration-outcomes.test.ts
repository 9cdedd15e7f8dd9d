import { describe, expect, it } from "vitest";
import type { Attempt } from "../domain/attempt.ts";
import { givenStep } from "../engine/run-view.ts";
import { openSqliteRunStore } from "../engine/sqlite-run-store.ts";
import { problemsOf } from "../engine/toy-run.fixture.ts";
import type { StageResult } from "../stages/stage.ts";
import { readIterations } from "./iteration-outcomes.ts";

/** Attempts at problems 1, 2 …: `+` is right. */
const attempts = (marks: string): Attempt[] =>
  [...marks].map((mark, index) => ({
    problemId: problemsOf(String(index + 1))[0]!.id,
    output: "",
    prediction: null,
    verdict: mark === "+" ? "right" : "wrong",
    how: "",
  }));
const evaluated = (marks: string) => attempts(marks).map((attempt) => ({ benchmark: "b", attempt }));
const continued = (afterWrong: string, afterRight: string) =>
  (
    [
      ["wrong", afterWrong],
      ["right", afterRight],
    ] as const
  ).flatMap(([prefix, marks]) =>
    attempts(marks).map((attempt) => ({ benchmark: "b", prefix, turnsBack: false, attempt })),
  );
const adapter = (heldOut: number) => ({
  ...{ key: "k", digest: "d", examples: 3, trainedTokens: 1, skipped: [], losses: [2, 1] },
  heldOutLosses: [{ step: 0, loss: heldOut }],
});

/** A method of two iterations, of which the last was not evaluated yet. */
function storeOfTwoIterations() {
  const problems = problemsOf("1", "2", "3");
  const made: [id: string, iteration: number, stage: string, artifacts: StageResult["artifacts"]][] = [
    [
      ...([givenStep, 0, "data"] as const),
      {
        seedProblems: problems,
        benchmarkProblems: problems.map((problem) => ({ ...problem, benchmark: "b" })),
      },
    ],
    ["method/start/evaluate", 0, "evaluate", { evaluatedProblems: evaluated("+--") }],
    ["method/start/self-correction", 0, "self-correction", { prefixContinuations: continued("--", "+-") }],
    ["method/1/attempt", 1, "attempt", { attempts: attempts("-+-") }],
    ["method/1/train", 1, "train", { adapters: [adapter(0.5)] }],
    ["method/1/evaluate", 1, "evaluate", { evaluatedProblems: evaluated("-+-") }],
    ["method/1/self-correction", 1, "self-correction", { prefixContinuations: continued("+-", "++") }],
    ["method/2/attempt", 2, "attempt", { attempts: attempts("++-") }],
    ["method/2/train", 2, "train", { adapters: [adapter(0.25)] }],
  ];
  const store = openSqliteRunStore(":memory:");
  store.adoptPlan(made.map(([id, iteration, stage]) => ({ id, line: "method", iteration, stage, key: id })));
  for (const [id, , , artifacts] of made) {
    store.beginStep(id);
    const result = { artifacts, in: 0, done: 0, notDone: {} };
    store.finishStep(id, result, { itemIds: new Set(), seconds: 0, madeFrom: [] });
  }
  return store;
}

describe("the iterations of a cell", () => {
  it("are compared with the base model, on the benchmarks and on what is learned from", () => {
    const store = storeOfTwoIterations();
    const [first, ...others] = readIterations(store, store.steps());
    expect(others).toEqual([]);
    expect(first).toMatchObject({ iteration: 1, training: { examples: 3, heldOutLosses: [{ loss: 0.5 }] } });
    const changes = (outcomes: readonly { before: boolean; after: boolean }[] = []) =>
      outcomes.map(({ before, after }) => `${before ? "+" : "-"}${after ? "+" : "-"}`);
    expect(changes(first?.benchmarks.get("b"))).toEqual(["+-", "-+", "--"]);
    expect(changes(first?.benchmarks.get("after a wrong step"))).toEqual(["-+", "--"]);
    expect(changes(first?.benchmarks.get("after right steps"))).toEqual(["++", "-+"]);
    // The model of the first iteration makes the attempts of the second.
    expect(changes(first?.seedProblems)).toEqual(["-+", "++", "--"]);
  });
});
