import { z } from "zod";
import type { ErroneousSolution } from "../../domain/erroneous-solution.ts";
import type { MistakeAnalysis } from "../../domain/mistake-analysis.ts";
import type { MistakeLabel } from "../../domain/mistake-label.ts";
import type { Sample } from "../../domain/sample.ts";
import type { ExpectedRows } from "../forecast.ts";
import { defineStage, type StageContext, tally } from "../stage.ts";
import { proportionalQuotas } from "../synthesize/quotas.ts";
import { expectedInjections, shownInjections } from "./forecast-mistakes.ts";
import { injectMistakes } from "./inject-mistakes.ts";
import { type LabelDistribution, labelDistribution } from "./label-distribution.ts";
import { mistakesOf, prefixThrough } from "./mistake-work.ts";

const CollectErrorsSettings = z.strictObject({
  /** Mean number of injected mistakes of a problem; they are shared among the labels by their distribution. */
  injectionsPerProblem: z.number().nonnegative().default(2),
  /** How often a label is tried in one problem at most. */
  triesPerProblem: z.int().positive().default(2),
  /** `with-mistakes`: problems with a wrong sample (the paper's); `all`: every seed problem. */
  problems: z.enum(["with-mistakes", "all"]).default("with-mistakes"),
  /** Whether an injection is dropped whose label the analysis of its text does not find. */
  verifyLabel: z.boolean().default(true),
});
type CollectErrorsSettings = z.infer<typeof CollectErrorsSettings>;

/**
 * Collects wrong solutions from two sources: the target's own samples, and right solutions into which the instructor
 * injects mistakes, as often of each label as the samples have it (papers' section 2.1).
 */
export const collectErrors = defineStage({
  name: "collect-errors",
  version: 2,
  settings: CollectErrorsSettings,
  reads: ["seedProblems", "samples", "mistakeAnalyses"],
  mayRead: [],
  writes: ["erroneousSolutions"],
  uses: ["instructor", "grader"],
  forecast({ read, rates, instructor }, { injectionsPerProblem, triesPerProblem, problems, verifyLabel }) {
    const { rows: seeds } = read("seedProblems");
    const chosen = problems === "all" ? seeds : expectedWithMistakes(seeds, read("samples"));
    const quota = injectionsPerProblem * chosen;
    const usable = verifyLabel ? shownInjections(rates) : rates.wrongInjections;
    const labels = instructor.mistakes?.injectable.length ?? 0;
    const tries = Math.min(usable > 0 ? quota / usable : quota, chosen * triesPerProblem * labels);
    const rows = read("mistakeAnalyses").rows + Math.min(quota, tries * usable);
    return { calls: expectedInjections(tries, rates), leaves: { erroneousSolutions: { rows } } };
  },
  async run(context, settings) {
    const analyses = context.read("mistakeAnalyses");
    const own = ownErrors(context.read("samples"), analyses);
    const { injectable } = mistakesOf(context.services.instructor);
    const distribution = labelDistribution(analyses, injectable);
    const problems = problemsToInject(context, settings.problems);
    const total = Math.round(settings.injectionsPerProblem * problems.length);
    const quotas = quotasOf(distribution, total);
    const { triesPerProblem, verifyLabel } = settings;
    const injected = await injectMistakes(context, { problems, quotas, triesPerProblem, verifyLabel });
    return {
      artifacts: { erroneousSolutions: [...own, ...injected.kept] },
      in: own.length + injected.tried,
      done: own.length + injected.kept.length,
      notDone: tally(injected.reasons),
      remarks: [...distribution.remarks, ...injected.remarks],
    };
  },
});

/** A model that gets a problem wrong tends to get it wrong again: half-way between no difference and pure chance. */
function expectedWithMistakes(seeds: number, { rows, bad = 0 }: ExpectedRows): number {
  if (rows === 0 || seeds === 0) return 0;
  const share = bad / rows;
  const byChance = 1 - (1 - share) ** (rows / seeds);
  return (seeds * (share + byChance)) / 2;
}

/** The analysed samples, each cut after its first wrong step. */
function ownErrors(samples: readonly Sample[], analyses: readonly MistakeAnalysis[]): ErroneousSolution[] {
  const sampleById = new Map(samples.map((sample) => [sample.id, sample]));
  return analyses.flatMap(({ sampleId, problemId, label, firstWrongStep, explanation }) => {
    // A template puts its own white space before a solution.
    const solution = sampleById.get(sampleId)?.output.trim();
    const prefix = solution === undefined ? null : prefixThrough(solution, firstWrongStep);
    if (solution === undefined || prefix === null) return [];
    return [{ id: sampleId, problemId, origin: "own", label, solution, firstWrongStep, prefix, explanation }];
  });
}

/** Mistakes are injected into reference solutions: a problem without one has nothing to be made wrong. */
function problemsToInject(context: StageContext, choice: CollectErrorsSettings["problems"]) {
  const withMistakes = new Set(
    context
      .read("samples")
      .filter(({ verdict }) => verdict === "wrong")
      .map(({ problemId }) => problemId),
  );
  return context
    .read("seedProblems")
    .filter(({ id, solution }) => solution !== "" && (choice === "all" || withMistakes.has(id)));
}

function quotasOf({ shares }: LabelDistribution, total: number): Map<MistakeLabel, number> {
  const quotas = proportionalQuotas(total, [...shares.values()]);
  return new Map([...shares.keys()].map((label, index) => [label, quotas[index]!]));
}
