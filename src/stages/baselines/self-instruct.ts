import { z } from "zod";
import type { Problem } from "../../domain/problem.ts";
import { createRandom } from "../../foundation/random.ts";
import { defineStage } from "../stage.ts";
import { newTopic, type Topic, type WritingCall } from "../synthesize/topic.ts";
import { verificationBy } from "../synthesize/verification-by.ts";
import { writeProblems } from "../synthesize/write-problems.ts";
import { writingSettings } from "../synthesize/writing-settings.ts";
import { budgetOf, Examples, expectedBudget } from "./budget.ts";
import { forecastWriting } from "./forecast-writing.ts";
import { variationCall } from "./variation-call.ts";
import { writtenResult } from "./written-result.ts";

const SelfInstructSettings = z.strictObject({
  examples: Examples,
  /** Seed problems shown in a call, or two fewer beside two that are written already (Self-Instruct: 8, then 6 and 2). */
  shown: z.int().positive().default(8),
  keptShown: z.int().nonnegative().default(2),
  ...writingSettings,
});
type SelfInstructSettings = z.infer<typeof SelfInstructSettings>;

/**
 * Baseline: new problems like random seed problems (Self-Instruct), as novel and as well verified as those of the method.
 * No attempt is read: what a method gains over this is what looking at the errors is worth.
 */
export const selfInstruct = defineStage({
  name: "self-instruct",
  version: 1,
  settings: SelfInstructSettings,
  reads: ["seedProblems"],
  mayRead: ["devProblems", "benchmarkProblems", "novelFromProblems", "syntheticProblems", "trainingExamples"],
  writes: ["syntheticProblems", "droppedProblems", "trainingExamples"],
  uses: ["instructor", "grader", "template"],
  forecast: (view, { examples, verify, votes, shown, problemsPerCall }) =>
    forecastWriting(view, {
      budget: expectedBudget(view, examples),
      verify,
      votes,
      call: { badCase: false, shown, problems: problemsPerCall },
    }),
  async run(context, given) {
    const settings = { ...given, verify: verificationBy(context.services.instructor, given.verify) };
    const budget = budgetOf(context, settings.examples);
    const solved = context.read("seedProblems").filter(({ solution }) => solution !== "");
    const topics = solved.length > 0 ? [newTopic("self-instruct", budget)] : [];
    const written = await writeProblems(context, topics, settings, (topic) =>
      callsOfRound(topic, solved, settings, context.seed),
    );
    return writtenResult(context, "self-instruct", budget, written);
  },
});

function callsOfRound(
  topic: Topic,
  solved: readonly Problem[],
  { problemsPerCall, shown, keptShown }: SelfInstructSettings,
  seed: string,
): WritingCall[] {
  const count = Math.ceil((topic.quota - topic.kept.length) / problemsPerCall);
  return Array.from({ length: count }, (_, offset) => {
    const call = topic.calls + offset;
    const callSeed = `${seed}/${call}`;
    const random = createRandom(callSeed);
    const kept =
      topic.kept.length >= keptShown ? random.sample(topic.kept, Math.min(keptShown, shown - 1)) : [];
    const problems = [...random.sample(solved, shown - kept.length), ...kept];
    return variationCall(topic, call, { badCase: null, problems, count: problemsPerCall, seed: callSeed });
  });
}
