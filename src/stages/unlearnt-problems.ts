import type { BenchmarkProblem } from "../domain/evaluation.ts";
import { createRandom } from "../foundation/random.ts";
import { doneOutputs } from "./outcomes.ts";
import type { Outcome, StageContext } from "./stage.ts";

/** Benchmark problems with a reference solution, each question once, without those that are seeds. */
export function unlearntProblems(context: StageContext): BenchmarkProblem[] {
  const seen = new Set(context.read("seedProblems").map(({ question }) => question));
  return context.read("benchmarkProblems").filter(({ question, solution }) => {
    if (solution.trim() === "" || seen.has(question)) return false;
    seen.add(question);
    return true;
  });
}

/**
 * Works on problems in a random order, as many at a time as are still missing, until `count` are done or none is left.
 * The order is the same whatever the run's seed: what models are measured with is, too, so that runs can be compared.
 */
export async function untilEnough<Output>(
  problems: readonly BenchmarkProblem[],
  count: number,
  work: (problems: BenchmarkProblem[]) => Promise<Outcome<Output>[]>,
): Promise<Outcome<Output>[]> {
  const waiting = createRandom("measurement").shuffle(problems);
  const outcomes: Outcome<Output>[] = [];
  const missing = () => count - doneOutputs(outcomes).length;
  while (missing() > 0 && waiting.length > 0) {
    outcomes.push(...(await work(waiting.splice(0, missing()))));
  }
  return outcomes;
}
