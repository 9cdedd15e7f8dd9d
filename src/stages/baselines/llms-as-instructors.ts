import { z } from "zod";
import type { Case } from "../../domain/attempt.ts";
import type { Problem } from "../../domain/problem.ts";
import { createRandom } from "../../foundation/random.ts";
import { casesOf, isBadCase, isGoodCase } from "../cases.ts";
import { createNearestTexts } from "../novelty/index.ts";
import { defineStage, type StageContext } from "../stage.ts";
import { proportionalQuotas } from "../synthesize/quotas.ts";
import { newTopic, type Topic, type WritingCall } from "../synthesize/topic.ts";
import { verificationBy } from "../synthesize/verification-by.ts";
import { type WritingSettings, type Written, writeProblems } from "../synthesize/write-problems.ts";
import { writingSettings } from "../synthesize/writing-settings.ts";
import { budgetOf, Examples, expectedBudget } from "./budget.ts";
import { forecastWriting } from "./forecast-writing.ts";
import { variationCall } from "./variation-call.ts";
import { writtenResult } from "./written-result.ts";

const LlmsAsInstructorsSettings = z.strictObject({
  examples: Examples,
  /** Problems shown beside a bad case that the target solves, the nearest by Rouge-L: 0, or 3 in the contrastive variant. */
  neighbours: z.int().nonnegative().default(0),
  ...writingSettings,
});
type LlmsAsInstructorsSettings = z.infer<typeof LlmsAsInstructorsSettings>;

/**
 * Baseline: new problems for every single bad case, in equal shares (LLMs-as-Instructors; papers' section 4). What a
 * method gains over this is what finding the type of an error is worth. A case for which nothing can be written leaves
 * its share to the others.
 */
export const llmsAsInstructors = defineStage({
  name: "llms-as-instructors",
  version: 1,
  settings: LlmsAsInstructorsSettings,
  reads: ["seedProblems", "attempts"],
  mayRead: ["devProblems", "benchmarkProblems", "novelFromProblems", "syntheticProblems", "trainingExamples"],
  writes: ["syntheticProblems", "droppedProblems", "trainingExamples"],
  uses: ["instructor", "grader", "template"],
  forecast(view, { examples, verify, votes, neighbours, problemsPerCall }) {
    const cases = view.read("attempts").bad ?? 0;
    const budget = cases === 0 ? 0 : expectedBudget(view, examples);
    const problems = Math.min(problemsPerCall, Math.max(1, Math.ceil(budget / cases)));
    return forecastWriting(view, {
      budget,
      verify,
      votes,
      call: { badCase: true, shown: neighbours, problems },
    });
  },
  async run(context, given) {
    const settings = { ...given, verify: verificationBy(context.services.instructor, given.verify) };
    const budget = budgetOf(context, settings.examples);
    const written = await writeForCases(context, startCases(context, settings), budget, settings);
    return writtenResult(context, "llms-as-instructors", budget, written);
  },
});

/** A bad case, with problems like it that the target solves. */
interface CaseTopic extends Topic {
  readonly badCase: Case;
  readonly neighbours: readonly Problem[];
}

/** In random order, as those that come first get the larger shares. */
function startCases(context: StageContext, { neighbours }: LlmsAsInstructorsSettings): CaseTopic[] {
  const cases = casesOf(context.read("seedProblems"), context.read("attempts"));
  const solved = cases.filter(isGoodCase).map(({ problem }) => problem);
  const nearest = createNearestTexts(neighbours > 0 ? solved.map(({ question }) => question) : []);
  const kind = neighbours > 0 ? "contrast" : "case";
  return createRandom(context.seed)
    .shuffle(cases.filter(isBadCase))
    .map((badCase) => ({
      ...newTopic(`${kind}-${badCase.problem.id}`, 0),
      badCase,
      neighbours: nearest(badCase.problem.question, neighbours).map(({ place }) => solved[place]!),
    }));
}

async function writeForCases(
  context: StageContext,
  topics: readonly CaseTopic[],
  budget: number,
  settings: WritingSettings & Pick<LlmsAsInstructorsSettings, "problemsPerCall">,
): Promise<Written> {
  const written: Written = { kept: [], dropped: [], failedCalls: [] };
  while (written.kept.length < budget) {
    const { fruitful = [], barren = [] } = Object.groupBy(topics, ({ barrenRounds }) =>
      barrenRounds < settings.patience ? "fruitful" : "barren",
    );
    if (fruitful.length === 0) break;
    shareOut(budget - keptFor(barren), fruitful);
    const more = await writeProblems(context, topics, settings, (topic) =>
      callsOfRound(topic, settings.problemsPerCall, context.seed),
    );
    written.kept = more.kept;
    written.dropped.push(...more.dropped);
    written.failedCalls.push(...more.failedCalls);
  }
  return written;
}

const keptFor = (topics: readonly Topic[]): number => topics.reduce((sum, { kept }) => sum + kept.length, 0);

/** Equal quotas; where topics are left out that kept less than theirs, nobody's quota falls. */
function shareOut(budget: number, topics: readonly Topic[]): void {
  const quotas = proportionalQuotas(
    budget,
    topics.map(() => 1),
  );
  for (const [index, topic] of topics.entries()) topic.quota = quotas[index]!;
}

function callsOfRound(topic: CaseTopic, problemsPerCall: number, seed: string): WritingCall[] {
  const missing = topic.quota - topic.kept.length;
  return Array.from({ length: Math.ceil(missing / problemsPerCall) }, (_, offset) => {
    const call = topic.calls + offset;
    const count = Math.min(problemsPerCall, missing - offset * problemsPerCall);
    const { badCase, neighbours: problems } = topic;
    return variationCall(topic, call, { badCase, problems, count, seed: `${seed}/${topic.id}/${call}` });
  });
}
