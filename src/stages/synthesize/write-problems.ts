import type { DroppedProblem, SyntheticProblem } from "../../domain/synthetic-problem.ts";
import { kindOf } from "../outcomes.ts";
import { type StageContext, type StageResult, tally } from "../stage.ts";
import { type AdmissionSettings, createAdmission } from "./admission.ts";
import { type RoundSettings, workRound } from "./round.ts";
import { isOpen, type Topic, type WritingCall } from "./topic.ts";

export type WritingSettings = AdmissionSettings &
  RoundSettings & {
    /** A topic that keeps nothing for this many rounds in a row is given up, short of its quota. */
    patience: number;
  };

/** What was written: nothing is lost of it. */
export interface Written {
  kept: SyntheticProblem[];
  dropped: DroppedProblem[];
  /** Why calls failed, one reason a call. */
  failedCalls: string[];
}

/**
 * The instructor writes in rounds, until each topic has its quota of novel and verified problems or is given up. A round
 * reads only the snapshot that the round before left, so that the order in which calls come back decides nothing.
 * Topics may come with problems that are kept already.
 *
 * @param callsFor the calls of the next round for a topic.
 */
export async function writeProblems<T extends Topic>(
  context: StageContext,
  topics: readonly T[],
  settings: WritingSettings,
  callsFor: (topic: T) => WritingCall[],
): Promise<Written> {
  const keptEarlier = [...context.readEvery("syntheticProblems"), ...topics.flatMap(({ kept }) => kept)];
  const admission = createAdmission(knownProblems(context), keptEarlier, settings);
  const dropped: DroppedProblem[] = [];
  const failedCalls: string[] = [];
  const openTopics = () => topics.filter((topic) => isOpen(topic, settings.patience));

  for (let open = openTopics(); open.length > 0; open = openTopics()) {
    const keptBefore = new Map(open.map((topic) => [topic, topic.kept.length]));
    const round = await workRound(context, open.flatMap(callsFor), admission, settings);
    dropped.push(...round.dropped);
    failedCalls.push(...round.failedCalls);
    for (const topic of open) {
      topic.barrenRounds = topic.kept.length > keptBefore.get(topic)! ? 0 : topic.barrenRounds + 1;
    }
  }
  return { kept: topics.flatMap(({ kept }) => kept), dropped, failedCalls };
}

/** Every problem that a new one must differ from; no source is exempt. */
function knownProblems(context: StageContext) {
  return (["seedProblems", "devProblems", "benchmarkProblems", "novelFromProblems"] as const).flatMap(
    (name) => context.read(name),
  );
}

/** What was written as what a stage leaves behind. A call that failed wrote nothing to count, so it counts as one. */
export function resultOf({ kept, dropped, failedCalls }: Written): StageResult {
  return {
    artifacts: { syntheticProblems: kept, droppedProblems: dropped },
    in: kept.length + dropped.length + failedCalls.length,
    done: kept.length,
    notDone: { ...tally(dropped.map(({ reason }) => reason)), ...tally(failedCalls.map(kindOf)) },
  };
}
