import { z } from "zod";
import type { Dialogue, DialogueKind } from "../../domain/dialogue.ts";
import type { BenchmarkProblem } from "../../domain/evaluation.ts";
import { expectedSpecimens } from "../lemma/forecast-mistakes.ts";
import { doneOutputs, kindOf } from "../outcomes.ts";
import { defineStage, type Item, type Outcome, type StageContext, tally } from "../stage.ts";
import { unlearntProblems, untilEnough } from "../unlearnt-problems.ts";
import { errorCorrection } from "./error-correction.ts";
import { followUpDialogue, followUpsAsked } from "./follow-up-dialogue.ts";

const DialoguesSettings = z.strictObject({
  /** How many dialogues of each kind, drawn from all benchmarks together; 0 makes none. */
  problems: z.int().nonnegative().default(200),
  /** Kinds of mistake that are tried in a problem before another one is taken. */
  triesPerProblem: z.int().positive().default(4),
});
type DialoguesSettings = z.infer<typeof DialoguesSettings>;

/** Makes a dialogue about a problem; its seed is its own. */
type Maker = (problem: BenchmarkProblem, seed: string) => Promise<Dialogue>;

/**
 * Makes dialogues about benchmark problems in the manner of MathChat (papers' section 2.6): questions that build on the
 * problem, and wrong answers to correct. They are made once, so that all models are asked the same. A measurement: what is
 * trained or chosen reads nothing of it.
 */
export const dialogues = defineStage({
  name: "dialogues",
  version: 1,
  settings: DialoguesSettings,
  reads: ["benchmarkProblems"],
  mayRead: ["seedProblems"],
  writes: ["dialogues"],
  uses: ["instructor", "benchmarkGrader"],
  forecast({ read, rates, instructor }, { problems, triesPerProblem: tries }) {
    const given = read("benchmarkProblems");
    const { distinct = given.rows } = given;
    const sound = rates.soundDrafts ** followUpsAsked;
    const asked = instructor.followUps ? Math.min(distinct, problems / sound) : 0;
    const specimens = expectedSpecimens(given, { problems, tries }, rates);
    const wrong = instructor.mistakes ? specimens : { calls: [], rows: 0 };
    return {
      calls: [{ kind: "follow-ups", count: asked }, ...wrong.calls],
      leaves: { dialogues: { rows: asked * sound + wrong.rows, bad: wrong.rows } },
    };
  },
  async run(context, settings) {
    const results: { kind: DialogueKind; outcomes: Outcome<Dialogue>[] }[] = [];
    for (const [kind, make] of makersOf(context, settings)) {
      const outcomes = await untilEnough(unlearntProblems(context), settings.problems, (problems) =>
        makeEach(context, kind, problems, settings, make),
      );
      results.push({ kind, outcomes });
    }
    const outcomes = results.flatMap((result) => result.outcomes);
    const made = doneOutputs(outcomes);
    const reasons = outcomes.flatMap((outcome) =>
      outcome.state === "failed" ? [kindOf(outcome.reason)] : [],
    );
    return {
      artifacts: { dialogues: made },
      in: outcomes.length,
      done: made.length,
      notDone: tally(reasons),
      remarks: remarksOn(results, context, settings),
    };
  },
});

/** The kinds of dialogue that the instructor can make. */
function makersOf(
  { services, signal }: StageContext,
  { triesPerProblem }: DialoguesSettings,
): [DialogueKind, Maker][] {
  const { instructor, benchmarkGrader: grader } = services;
  const makers: [DialogueKind, Maker][] = [];
  if (instructor.followUps) {
    makers.push([
      "follow-up",
      (problem, seed) => followUpDialogue({ instructor, grader }, problem, seed, signal),
    ]);
  }
  if (instructor.mistakes) {
    makers.push([
      "error-correction",
      (problem, seed) =>
        errorCorrection({ instructor, grader }, problem, { tries: triesPerProblem, seed }, signal),
    ]);
  }
  return makers;
}

function makeEach(
  context: StageContext,
  kind: DialogueKind,
  problems: readonly BenchmarkProblem[],
  { triesPerProblem }: DialoguesSettings,
  make: Maker,
): Promise<Outcome<Dialogue>[]> {
  const idOf = ({ benchmark, id }: BenchmarkProblem) => `${benchmark}/${id}/${kind}`;
  const items = problems.map(
    (problem): Item<BenchmarkProblem> => ({
      id: idOf(problem),
      key: [problem, triesPerProblem],
      input: problem,
    }),
  );
  return context.each(items, context.services.instructor.concurrency, (problem) =>
    make(problem, idOf(problem)),
  );
}

const titles: Readonly<Record<DialogueKind, string>> = {
  "follow-up": "Follow-up questions are",
  "error-correction": "Error correction is",
};

function remarksOn(
  results: readonly { kind: DialogueKind; outcomes: Outcome<Dialogue>[] }[],
  { services }: StageContext,
  { problems }: DialoguesSettings,
): string[] {
  if (problems === 0) return [];
  return (Object.keys(titles) as DialogueKind[]).flatMap((kind) => {
    const result = results.find((each) => each.kind === kind);
    if (!result)
      return [`${titles[kind]} not measured: the instructor ${services.instructor.id} cannot make it.`];
    const made = doneOutputs(result.outcomes).length;
    return made < problems
      ? [
          `${titles[kind]} measured on ${made} problems where ${problems} are asked for: no other is fit for it.`,
        ]
      : [];
  });
}
