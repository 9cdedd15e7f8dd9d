import { z } from "zod";
import type { Correction } from "../../domain/correction.ts";
import type { Problem } from "../../domain/problem.ts";
import type { TrainingExample } from "../../domain/training-example.ts";
import { defineStage, type StageContext } from "../stage.ts";
import { trainingExampleOf } from "../training-example-of.ts";

/**
 * Control in the manner of the paper's GPTAug: the same problems and the right solutions of the same corrections, without
 * the mistakes and the reflections. They are gone through again and again until there is as much text to learn as the
 * method has, in characters, to within half a solution.
 */
export const withoutReflection = defineStage({
  name: "without-reflection",
  version: 1,
  settings: z.strictObject({}),
  reads: ["seedProblems", "smoothedCorrections", "trainingExamples"],
  mayRead: [],
  writes: ["trainingExamples"],
  uses: ["template"],
  forecast: ({ read }) => ({ calls: [], leaves: { trainingExamples: read("trainingExamples") } }),
  async run(context) {
    const method = context.read("trainingExamples");
    const plain = plainExamples(context, method);
    const trainingExamples = upTo(lengthOf(method), plain);
    return {
      artifacts: { trainingExamples },
      in: trainingExamples.length,
      done: trainingExamples.length,
      notDone: {},
    };
  },
});

/** The right solution of every correction that the method trains on, and what it rehearses, in the method's order. */
function plainExamples(context: StageContext, method: readonly TrainingExample[]): TrainingExample[] {
  const problems = byId<Problem>(context.read("seedProblems"));
  const corrections = byId<Correction>(context.read("smoothedCorrections"));
  const { template } = context.services;
  const { iteration } = context;
  return method.flatMap((learnt) => {
    const [problemId = "", , correctionId] = learnt.sources;
    if (correctionId === undefined) return [{ ...learnt, id: `without-reflection-${learnt.id}` }];
    const problem = problems.get(problemId);
    const correction = corrections.get(correctionId);
    if (!problem || !correction) return [];
    const solved = { ...problem, solution: correction.rightSolution };
    const example = trainingExampleOf(solved, {
      recipe: "without-reflection",
      iteration,
      template,
      sources: [correctionId],
    });
    return [{ ...example, id: `without-reflection-${iteration}-${correctionId}` }];
  });
}

/** Repeats examples until they have the length that comes nearest to `length`. */
function upTo(length: number, examples: readonly TrainingExample[]): TrainingExample[] {
  const taken: TrainingExample[] = [];
  let left = length;
  for (let turn = 0; examples.length > 0; turn++) {
    const example = examples[turn % examples.length]!;
    const size = example.completion.length;
    if (size > 2 * left) break;
    left -= size;
    const round = Math.floor(turn / examples.length);
    taken.push(round === 0 ? example : { ...example, id: `${example.id}-${round}` });
  }
  return taken;
}

const lengthOf = (examples: readonly TrainingExample[]): number =>
  examples.reduce((sum, { completion }) => sum + completion.length, 0);

const byId = <Row extends { id: string }>(rows: readonly Row[]): Map<string, Row> =>
  new Map(rows.map((row) => [row.id, row]));
