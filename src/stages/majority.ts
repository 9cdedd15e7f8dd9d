import { z } from "zod";
import type { BenchmarkProblem } from "../domain/evaluation.ts";
import type { MajorityVote } from "../domain/majority-vote.ts";
import type { Sample } from "../domain/sample.ts";
import type { Grader } from "../graders/grader.ts";
import { drawSamples } from "./draw-samples.ts";
import { countOutcomes, doneOutputs } from "./outcomes.ts";
import { defineStage } from "./stage.ts";

/**
 * Maj@k (papers' section 2.6): draws several outputs of the current target model for every benchmark problem, and takes
 * the answer that most of them come to. A measurement: no stage reads what it writes.
 */
export const majority = defineStage({
  name: "majority",
  version: 1,
  settings: z.strictObject({
    /** Samples of every problem: the k of Maj@k. */
    samples: z.int().positive().default(32),
    temperature: z.number().positive().default(0.7),
    maxOutputTokens: z.int().positive().default(512),
  }),
  reads: ["benchmarkProblems"],
  mayRead: ["adapters"],
  writes: ["majorityVotes"],
  uses: ["target", "template", "benchmarkGrader"],
  forecast(view, { samples, maxOutputTokens }) {
    const { rows } = view.read("benchmarkProblems");
    const once = ["votes", view.origin("adapters"), maxOutputTokens].join(" ");
    return {
      calls: [{ kind: "attempt", count: rows * samples, maxOutputTokens, once }],
      leaves: { majorityVotes: { rows } },
    };
  },
  async run(context, sampling) {
    const { target, benchmarkGrader: grader } = context.services;
    const model = await target.withAdapter(context.read("adapters").at(-1) ?? null);
    const problems = context.read("benchmarkProblems");
    const outcomes = await drawSamples(
      context,
      { model, grader },
      problems,
      sampling,
      ({ benchmark, id }) => `${benchmark}/${id}`,
    );
    const { samples } = sampling;
    const majorityVotes = problems.flatMap((problem, index) => {
      const drawn = doneOutputs(outcomes.slice(index * samples, (index + 1) * samples));
      return drawn.length > 0 ? [majorityOf(grader, problem, drawn)] : [];
    });
    return { artifacts: { majorityVotes }, ...countOutcomes(outcomes) };
  },
});

/** The answer that most samples come to; of several the one that was drawn first. */
function majorityOf(grader: Grader, problem: BenchmarkProblem, samples: readonly Sample[]): MajorityVote {
  const camps: { first: Sample; votes: number }[] = [];
  for (const sample of samples.filter(({ prediction }) => prediction !== null)) {
    const camp = camps.find(({ first }) => agree(grader, problem, sample, first));
    if (camp) camp.votes += 1;
    else camps.push({ first: sample, votes: 1 });
  }
  const [winner] = camps.toSorted((one, other) => other.votes - one.votes);
  return {
    benchmark: problem.benchmark,
    problemId: problem.id,
    samples: samples.length,
    rightSamples: samples.filter(({ verdict }) => verdict === "right").length,
    votes: winner?.votes ?? 0,
    prediction: winner?.first.prediction ?? null,
    verdict: winner?.first.verdict ?? "no-answer",
  };
}

/** Two samples with the same answer: what one came to is graded with the other's as the reference. */
function agree(grader: Grader, { choices }: BenchmarkProblem, one: Sample, other: Sample): boolean {
  if (one.prediction === other.prediction) return true;
  if ((one.verdict === "right") !== (other.verdict === "right")) return false;
  return grader.grade(one.output, other.prediction!, { choices }).verdict === "right";
}
