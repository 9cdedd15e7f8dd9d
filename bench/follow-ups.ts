import { graders } from "../src/config/graders.ts";
import type { Problem } from "../src/domain/problem.ts";
import { UnusableAnswerError } from "../src/foundation/errors.ts";
import { createRandom } from "../src/foundation/random.ts";
import { followUps } from "../src/instructors/symbolic/follow-up/index.ts";
import { followUpDialogue } from "../src/stages/dialogues/follow-up-dialogue.ts";
import { problemSets } from "./injection/problem-sets.ts";

/** Problems taken of each set, and dialogues of each that are printed to be read. */
const taken = 2_000;
const shown = 30;

/**
 * About how many problems the symbolic instructor can ask two further questions, on the word problems of the embedded
 * default and, where they are there, on those of GSM8K. Prints some of the dialogues, drawn at random, and, last, one line
 * of JSON.
 */
export async function run(): Promise<void> {
  const figures: Record<string, { problems: number; withFollowUps: number }> = {};
  for (const [name, problems] of Object.entries(problemSets())) {
    const some = createRandom("follow-ups").shuffle(problems).slice(0, taken);
    const dialogues = (await Promise.all(some.map(dialogueOf))).filter((dialogue) => dialogue !== null);
    figures[name] = { problems: some.length, withFollowUps: dialogues.length };
    for (const { rounds } of dialogues.slice(0, shown)) {
      console.log(rounds.map(({ question, answer }) => `${question} → ${answer}`).join("\n"), "\n");
    }
  }
  console.log(JSON.stringify(figures));
}

/** As the stage makes it, its checks included; null where the instructor has no question. */
async function dialogueOf(problem: Problem) {
  const instructor = { followUps: async (request: Parameters<typeof followUps>[0]) => followUps(request) };
  const makers = { instructor, grader: graders.math };
  try {
    const seed = `bench/${problem.id}`;
    const { signal } = new AbortController();
    return await followUpDialogue(makers, { ...problem, benchmark: "bench" }, seed, signal);
  } catch (error) {
    if (UnusableAnswerError.isInstance(error)) return null;
    throw error;
  }
}
