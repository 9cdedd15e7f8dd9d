import { z } from "zod";
import { attemptedProblems } from "../attempted-problems.ts";
import { casesOf, type DiagnosedCase, diagnosedCases, isBadCase, membersOf } from "../cases.ts";
import { defineStage, type StageContext } from "../stage.ts";
import { callsOfRound, type TypeProgress } from "./calls.ts";
import { forecastSynthesis } from "./forecast.ts";
import { proportionalQuotas } from "./quotas.ts";
import { newTopic } from "./topic.ts";
import { verificationBy } from "./verification-by.ts";
import { resultOf, writeProblems } from "./write-problems.ts";
import { writingSettings } from "./writing-settings.ts";

const SynthesizeSettings = z.strictObject({
  /** Problems to keep in an iteration, shared among the types in proportion to their sizes. */
  problems: z.int().positive().default(10_000),
  seedsAtFirst: z.int().positive().default(8),
  seedsLater: z.int().positive().default(5),
  keptShown: z.int().nonnegative().default(3),
  /** `type`: bad cases of the type itself (the paper's text); `all`: of any type (the authors' code). */
  seedsFrom: z.enum(["type", "all"]).default("type"),
  ...writingSettings,
});
type SynthesizeSettings = z.infer<typeof SynthesizeSettings>;

/**
 * The instructor writes new problems for every error type, in rounds, until each type has its quota of novel and
 * verified ones (papers' section 1.5).
 */
export const synthesize = defineStage({
  name: "synthesize",
  version: 1,
  settings: SynthesizeSettings,
  reads: ["seedProblems", "attempts", "diagnoses", "reviewedErrorTypes"],
  mayRead: ["devProblems", "benchmarkProblems", "novelFromProblems", "syntheticProblems"],
  writes: ["syntheticProblems", "droppedProblems"],
  uses: ["instructor", "grader"],
  forecast(view, given) {
    const verify = verificationBy(view.instructor, given.verify);
    const { calls, kept } = forecastSynthesis(view, { ...given, verify });
    return { calls, leaves: { syntheticProblems: { rows: kept } } };
  },
  async run(context, given) {
    const settings = { ...given, verify: verificationBy(context.services.instructor, given.verify) };
    const types = startTypes(context, settings);
    const written = await writeProblems(context, types, settings, (type) =>
      callsOfRound(type, settings, context.seed),
    );
    return resultOf(written);
  },
});

function startTypes(context: StageContext, settings: SynthesizeSettings): TypeProgress[] {
  const badCases = casesOf(attemptedProblems(context), context.read("attempts")).filter(isBadCase);
  const diagnosed: DiagnosedCase[] = diagnosedCases(badCases, context.read("diagnoses"));
  const reviewed = context.read("reviewedErrorTypes");
  const members = reviewed.map((type) => membersOf(type, diagnosed));
  const quotas = proportionalQuotas(
    settings.problems,
    members.map(({ length }) => length),
  );
  return reviewed.map((type, index) => ({
    ...newTopic(type.id, quotas[index]!),
    type,
    members: settings.seedsFrom === "type" ? members[index]! : diagnosed,
  }));
}
