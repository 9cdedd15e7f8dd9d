import { z } from "zod";
import type { DroppedProblem } from "../../domain/synthetic-problem.ts";
import { casesOf, type DiagnosedCase, diagnosedCases, isBadCase, membersOf } from "../cases.ts";
import { defineStage, type StageContext, tally } from "../stage.ts";
import { createAdmission, isKept } from "./admission.ts";
import { callsOfRound, itemOfCall, type SynthesisCall, type TypeProgress } from "./calls.ts";
import { proportionalQuotas } from "./quotas.ts";

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
  verify: z.enum(["recompute", "none"]).default("recompute"),
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
  uses: ["instructor"],
  async run(context, settings) {
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
      rounds.push(await workRound(context, calls, admission));
      for (const type of open) {
        type.barrenRounds = type.kept.length > keptBefore.get(type)! ? 0 : type.barrenRounds + 1;
      }
    }

    const syntheticProblems = types.flatMap(({ kept }) => kept);
    const dropped = rounds.flatMap((round) => round.dropped);
    const failedCalls = rounds.reduce((sum, round) => sum + round.failedCalls, 0);
    return {
      artifacts: { syntheticProblems, droppedProblems: dropped },
      // A call that failed wrote nothing to count, so it counts as one.
      in: syntheticProblems.length + dropped.length + failedCalls,
      done: syntheticProblems.length,
      notDone: {
        ...tally(dropped.map(({ reason }) => reason)),
        ...(failedCalls > 0 ? { "instructor call failed": failedCalls } : {}),
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

/** What a round left beside the problems it kept. */
interface Round {
  dropped: DroppedProblem[];
  failedCalls: number;
}

/** Makes the calls at once, then judges their drafts in the order (type, call, item), whatever came back first. */
async function workRound(
  context: StageContext,
  calls: readonly SynthesisCall[],
  admission: ReturnType<typeof createAdmission>,
): Promise<Round> {
  const { instructor } = context.services;
  const outcomes = await context.each(calls.map(itemOfCall), instructor.concurrency, async ({ request }) => ({
    drafts: await instructor.synthesize(request, context.signal),
  }));

  const dropped: DroppedProblem[] = [];
  for (const [index, { progress, call, seeds }] of calls.entries()) {
    progress.calls += 1;
    const outcome = outcomes[index]!;
    const drafts = outcome.state === "done" ? outcome.output.drafts : [];
    for (const [item, draft] of drafts.entries()) {
      const origin = { iteration: context.iteration, errorTypeId: progress.type.id, call, item, seeds };
      const judged = admission.judge(draft, progress, origin);
      if (isKept(judged)) progress.kept.push(judged);
      else dropped.push(judged);
    }
  }
  return { dropped, failedCalls: outcomes.filter(({ state }) => state === "failed").length };
}
