import { z } from "zod";
import type { Correction, DroppedCorrection } from "../../domain/correction.ts";
import type { Problem } from "../../domain/problem.ts";
import type { Sample } from "../../domain/sample.ts";
import type { TrainingExample } from "../../domain/training-example.ts";
import { createRandom } from "../../foundation/random.ts";
import type { PromptTemplate } from "../../models/prompt-template.ts";
import { defineStage, type StageContext, tally } from "../stage.ts";
import { deduplicate, type Sifted, sequenceOf } from "./deduplicate.ts";
import {
  continuationAlone,
  type Lineage,
  rightSampleAlone,
  rightSolutionAlone,
  wholeSequence,
} from "./mixed-examples.ts";
import { holdProportions } from "./proportions.ts";

const share = z.number().min(0).max(1).nullable().default(null);

const MixSettings = z.strictObject({
  /** Share of corrections of injected mistakes; null: as many as there are of each. */
  injectedShare: share,
  /** Share of Fresh & Restart among the corrections; null: as many as there are of each. */
  restartShare: share,
  /** Most corrections of one label; null: no bound. */
  perLabel: z.int().positive().nullable().default(null),
  /** Most corrections in all; null: no bound. */
  sequences: z.int().positive().nullable().default(null),
  /**
   * `sequence`: the wrong beginning is learnt with its correction (the paper's); `continuation`: it stands in the prompt, so
   * that the correction is learnt and the mistake is not. Takes a target whose prompts are continued, not chatted with.
   */
  learns: z.enum(["sequence", "continuation"]).default("sequence"),
  /** Right solutions of the same corrections beside each of them, which show that not every beginning is wrong. */
  rightSolutions: z.number().min(0).default(0),
  /** The target's own right samples, one of a problem, beside each correction: what it can is not to be unlearned. */
  rehearsal: z.number().min(0).default(0),
  /** Largest Rouge-L F-measure of two corrections of one problem and kind. */
  similarity: z.number().min(0).max(1).default(0.98),
});

/**
 * Mixes the corrections into training examples: shuffled by the run's seed, without repetitions, at stated ratios. The
 * authors publish neither their ratios nor how they came to 88,904 rows (papers' section 2.3).
 */
export const mix = defineStage({
  name: "mix",
  version: 1,
  settings: MixSettings,
  reads: ["seedProblems", "smoothedCorrections"],
  mayRead: ["samples"],
  unread: ({ rehearsal }) => (rehearsal > 0 ? [] : ["samples"]),
  writes: ["trainingExamples", "droppedCorrections"],
  uses: ["template"],
  /** As if there were enough of each kind. */
  forecast({ read }, { sequences, rightSolutions, rehearsal }) {
    const corrections = Math.min(read("smoothedCorrections").rows, sequences ?? Number.POSITIVE_INFINITY);
    const rows = corrections * (1 + rightSolutions + rehearsal);
    return { calls: [], leaves: { trainingExamples: { rows } } };
  },
  async run(context, { similarity, learns, rightSolutions, rehearsal, ...bounds }) {
    const corrections = context.read("smoothedCorrections");
    const random = createRandom(context.seed);
    const shuffled = random.shuffle(corrections);
    const whole = withoutCut(shuffled, context.services.template);
    const distinct = deduplicate(whole.kept, similarity);
    const mixed = holdProportions(distinct.kept, bounds);
    const dropped = [whole, distinct, mixed].flatMap((sifted) => sifted.dropped);
    const written = writerOf(context);
    const corrected = mixed.kept.map(written(learns === "sequence" ? wholeSequence : continuationAlone));
    const alone = distinctSolutions(mixed.kept)
      .slice(0, Math.round(rightSolutions * corrected.length))
      .map(written(rightSolutionAlone));
    const rehearsed = (rehearsal > 0 ? oneOfEachProblem(random.shuffle(context.read("samples"))) : [])
      .slice(0, Math.round(rehearsal * corrected.length))
      .map(written(rightSampleAlone));
    return {
      artifacts: { trainingExamples: [...corrected, ...alone, ...rehearsed], droppedCorrections: dropped },
      in: corrections.length,
      done: corrected.length,
      notDone: tally(dropped.map(({ reason }) => reason)),
      remarks: besides([
        [alone.length, "right solutions"],
        [rehearsed.length, "right samples of the target"],
      ]),
    };
  },
});

/** Writes examples of what belongs to a problem. */
function writerOf(context: StageContext) {
  const { recipe, iteration, services } = context;
  const problems = new Map(context.read("seedProblems").map((problem) => [problem.id, problem]));
  const lineage = { recipe, iteration, template: services.template };
  return <Row extends { problemId: string }>(
    write: (row: Row, problem: Problem, lineage: Lineage) => TrainingExample,
  ) =>
    (row: Row) =>
      write(row, problems.get(row.problemId)!, lineage);
}

const besides = (learnt: readonly [count: number, what: string][]): string[] =>
  learnt.flatMap(([count, what]) => (count > 0 ? `${count} ${what} are learnt beside the corrections.` : []));

/** A model that is stopped at the end of a turn could never write what follows it. */
function withoutCut(corrections: readonly Correction[], { stop }: PromptTemplate): Sifted {
  const dropped: DroppedCorrection[] = [];
  const kept = corrections.filter((correction) => {
    const end = stop.find((text) => sequenceOf(correction).includes(text));
    if (end === undefined) return true;
    const reason = "cut short by the end of a turn";
    dropped.push({ correctionId: correction.id, reason, detail: JSON.stringify(end) });
    return false;
  });
  return { kept, dropped };
}

/** The first right sample of every problem, in order. */
function oneOfEachProblem(samples: readonly Sample[]): Sample[] {
  const right = samples.filter(({ verdict }) => verdict === "right");
  return [...Map.groupBy(right, ({ problemId }) => problemId).values()].map(([first]) => first!);
}

/** One correction for each different right solution of a problem, in order. */
function distinctSolutions(corrections: readonly Correction[]): Correction[] {
  const byText = Map.groupBy(corrections, ({ problemId, rightSolution }) =>
    JSON.stringify([problemId, rightSolution]),
  );
  return [...byText.values()].map(([first]) => first!);
}
