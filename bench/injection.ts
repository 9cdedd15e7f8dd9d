import { graders } from "../src/config/graders.ts";
import type { MistakeLabel } from "../src/domain/mistake-label.ts";
import type { Problem } from "../src/domain/problem.ts";
import { createRandom } from "../src/foundation/random.ts";
import { createSymbolicInstructor } from "../src/instructors/symbolic/index.ts";
import { type InjectionTally, measureInjection } from "./injection/measure.ts";
import { problemSets } from "./injection/problem-sets.ts";

/**
 * For every label that the symbolic instructor injects: into how many problems it finds a place for the mistake, how many
 * of the wrong solutions end in a wrong answer, and how many show that label when diagnosed again, from their text
 * alone. Measured on the word problems of the embedded default and, where they are there, on those of GSM8K. Prints a
 * table for each and, last, one line of JSON.
 */
export async function run(): Promise<void> {
  const figures: Record<string, Partial<Record<MistakeLabel, InjectionTally>>> = {};
  for (const [name, problems] of Object.entries(problemSets())) {
    figures[name] = await measureSet(problems);
    console.log(`${name}: ${problems.length} problems`);
    console.table(figures[name]);
  }
  console.log(JSON.stringify(figures));
}

/** Samples of each label. */
const wanted = 200;

async function measureSet(problems: readonly Problem[]) {
  const { mistakes } = createSymbolicInstructor();
  if (!mistakes) return {};
  const shuffled = createRandom("injection").shuffle(problems);
  const tallies = mistakes.injectable.map(
    async (label) =>
      [label, await measureInjection(mistakes, graders.math, label, shuffled, wanted)] as const,
  );
  return Object.fromEntries(await Promise.all(tallies));
}
