import { z } from "zod";
import type { MistakeAnalysis } from "../../domain/mistake-analysis.ts";
import type { Problem } from "../../domain/problem.ts";
import type { Sample } from "../../domain/sample.ts";
import { UnusableAnswerError } from "../../foundation/errors.ts";
import { isBadCase } from "../cases.ts";
import { countOutcomes, doneOutputs } from "../outcomes.ts";
import { defineStage, type Item } from "../stage.ts";
import { analyseText, mistakesOf } from "./mistake-work.ts";

interface WrongSample {
  sample: Sample;
  problem: Problem;
  isRepeated: boolean;
}

/**
 * The instructor names the first wrong step of every distinct wrong sample and the label of the mistake (papers' section
 * 2.3). An output that holds no answer to be wrong (cut, empty, declined) and one in which no step can be named are
 * counted with the reason.
 */
export const analyseMistakes = defineStage({
  name: "analyse-mistakes",
  version: 1,
  settings: z.strictObject({}),
  reads: ["seedProblems", "samples"],
  mayRead: [],
  writes: ["mistakeAnalyses"],
  uses: ["instructor"],
  forecast({ read }) {
    const { bad = 0 } = read("samples");
    return { calls: [{ kind: "analyse", count: bad }], leaves: { mistakeAnalyses: { rows: bad } } };
  },
  async run(context) {
    const { instructor } = context.services;
    const mistakes = mistakesOf(instructor);
    const items = wrongSamples(context.read("seedProblems"), context.read("samples")).map(
      (wrong): Item<WrongSample> => ({
        id: wrong.sample.id,
        key: [wrong.problem, wrong.sample.output, wrong.sample.verdict, wrong.isRepeated],
        input: wrong,
      }),
    );
    const outcomes = await context.each(items, instructor.concurrency, async (wrong) => {
      refuseUnanalysable(wrong);
      const { sample, problem } = wrong;
      const { prefix: _, ...found } = await analyseText(mistakes, problem, sample.output, context.signal);
      return { sampleId: sample.id, problemId: problem.id, ...found } satisfies MistakeAnalysis;
    });
    return { artifacts: { mistakeAnalyses: doneOutputs(outcomes) }, ...countOutcomes(outcomes) };
  },
});

function wrongSamples(problems: readonly Problem[], samples: readonly Sample[]): WrongSample[] {
  const problemById = new Map(problems.map((problem) => [problem.id, problem]));
  const seen = new Set<string>();
  return samples.flatMap((sample) => {
    const problem = problemById.get(sample.problemId);
    if (!problem || !isBadCase({ attempt: sample })) return [];
    const text = JSON.stringify([problem.id, sample.output]);
    const isRepeated = seen.has(text);
    seen.add(text);
    return [{ sample, problem, isRepeated }];
  });
}

function refuseUnanalysable({ sample: { verdict }, isRepeated }: WrongSample): void {
  if (isRepeated) throw new UnusableAnswerError("the same text as another sample of the problem");
  if (verdict !== "wrong") throw new UnusableAnswerError(`no wrong answer to analyse: ${verdict}`);
}
