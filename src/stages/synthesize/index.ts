import { z } from "zod";
import { ErrataError } from "../../foundation/errors.ts";
import type { Instructor } from "../../instructors/instructor.ts";
import { casesOf, type DiagnosedCase, diagnosedCases, isBadCase, membersOf } from "../cases.ts";
import { kindOf } from "../outcomes.ts";
import { defineStage, type StageContext, tally } from "../stage.ts";
import { createAdmission, type Verify } from "./admission.ts";
import { callsOfRound, type TypeProgress } from "./calls.ts";
import { forecastSynthesis } from "./forecast.ts";
import { proportionalQuotas } from "./quotas.ts";
import { type Round, workRound } from "./round.ts";

const SynthesizeSettings = z.strictObject({
  /** Problems to keep in an iteration, shared among the types in proportion to their sizes. */
  problems: z.int().positive().default(10_000),
  problemsPerCall: z.int().positive().default(20),
  seedsAtFirst: z.int().positive().default(8),
  seedsLater: z.int().positive().default(5),
  keptShown: z.int().nonnegative().default(3),
  /** `type`: bad cases of the type itself (the paper's text); `all`: of any type (the authors' code). */
  seedsFrom: z.enum(["type", "all"]).default("type"),
  noveltyThreshold: z.number().min(0).max(1).default(0.7),
  /** `auto`: by votes where the instructor can solve problems, else by recomputation. */
  verify: z.enum(["auto", "recompute", "votes", "none"]).default("auto"),
  /** With `votes`: so many independent solutions of the instructor, of which more than half must agree. */
  votes: z.int().positive().default(3),
  /** A type that keeps nothing for this many rounds in a row is given up, short of its quota. */
  patience: z.int().positive().default(3),
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
    const admission = createAdmission(
      knownProblems(context),
      context.readEvery("syntheticProblems"),
      settings,
    );
    const rounds: Round[] = [];

    for (let open = openTypes(types, settings); open.length > 0; open = openTypes(types, settings)) {
      const calls = open.flatMap((type) => callsOfRound(type, settings, context.seed));
      const keptBefore = new Map(open.map((type) => [type, type.kept.length]));
      rounds.push(await workRound(context, calls, admission, settings));
      for (const type of open) {
        type.barrenRounds = type.kept.length > keptBefore.get(type)! ? 0 : type.barrenRounds + 1;
      }
    }

    const syntheticProblems = types.flatMap(({ kept }) => kept);
    const dropped = rounds.flatMap((round) => round.dropped);
    const failedCalls = rounds.flatMap((round) => round.failedCalls);
    return {
      artifacts: { syntheticProblems, droppedProblems: dropped },
      // A call that failed wrote nothing to count, so it counts as one.
      in: syntheticProblems.length + dropped.length + failedCalls.length,
      done: syntheticProblems.length,
      notDone: {
        ...tally(dropped.map(({ reason }) => reason)),
        ...tally(failedCalls.map(kindOf)),
      },
    };
  },
});

/** Every problem that a new one must differ from; no source is exempt. */
function knownProblems(context: StageContext) {
  return (["seedProblems", "devProblems", "benchmarkProblems", "novelFromProblems"] as const).flatMap(
    (name) => context.read(name),
  );
}

function startTypes(context: StageContext, settings: SynthesizeSettings): TypeProgress[] {
  const badCases = casesOf(context.read("seedProblems"), context.read("attempts")).filter(isBadCase);
  const diagnosed: DiagnosedCase[] = diagnosedCases(badCases, context.read("diagnoses"));
  const reviewed = context.read("reviewedErrorTypes");
  const members = reviewed.map((type) => membersOf(type, diagnosed));
  const quotas = proportionalQuotas(
    settings.problems,
    members.map(({ length }) => length),
  );
  return reviewed.map((type, index) => ({
    type,
    members: settings.seedsFrom === "type" ? members[index]! : diagnosed,
    quota: quotas[index]!,
    kept: [],
    calls: 0,
    barrenRounds: 0,
  }));
}

function openTypes(types: readonly TypeProgress[], settings: SynthesizeSettings): TypeProgress[] {
  return types.filter(
    ({ kept, quota, barrenRounds }) => kept.length < quota && barrenRounds < settings.patience,
  );
}

function verificationBy(instructor: Pick<Instructor, "solve">, verify: SynthesizeSettings["verify"]): Verify {
  if (verify === "auto") return instructor.solve ? "votes" : "recompute";
  if (verify === "votes" && !instructor.solve) throw noVoter();
  return verify;
}

function noVoter(): ErrataError {
  return new ErrataError("The instructor cannot solve problems, so that answers cannot be voted on.", {
    advice:
      "Set `stages: { synthesize: { verify: recompute } }`, or take a language model as the instructor.",
  });
}
