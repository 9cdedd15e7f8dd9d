import { describe, expect, it } from "vitest";
import { instructorWith } from "../stage-context.fixture.ts";
import { analyseBenchmarks } from "./analyse-benchmarks.ts";
import { lemmaContext, toyMistakes, toyProblem } from "./lemma.fixture.ts";

const attemptOf = (problemId: string, verdict: "right" | "wrong" | "truncated") => ({
  benchmark: "held-out",
  attempt: { problemId, output: "first\nsecond\n#### 0", prediction: "0", verdict, how: "" },
});
const made = [
  {
    benchmarkProblems: ["p", "q", "r"].map((id) => ({ ...toyProblem(id), benchmark: "held-out" })),
    evaluatedProblems: [attemptOf("p", "wrong"), attemptOf("q", "right"), attemptOf("r", "truncated")],
  },
];
const settings = analyseBenchmarks.settings.parse({});

describe("analyse-benchmarks", () => {
  it("names the mistakes of wrong answers, and says of which there is none to name", async () => {
    const { artifacts, notDone } = await analyseBenchmarks.run(lemmaContext({ made }), settings);
    expect(artifacts.benchmarkMistakes).toEqual([
      { benchmark: "held-out", problemId: "p", label: "operator_error" },
    ]);
    expect(notDone).toEqual({ "no wrong answer to analyse: truncated": 1 });
  });

  it("asks no language model unasked", async () => {
    const instructor = instructorWith({ mistakes: toyMistakes(), solve: async () => "" });
    const context = lemmaContext({ made, services: { instructor } });
    expect(await analyseBenchmarks.run(context, settings)).toMatchObject({
      artifacts: { benchmarkMistakes: [] },
      notDone: { "not asked about (`stages.analyse-benchmarks.enabled`)": 2 },
    });
  });
});
