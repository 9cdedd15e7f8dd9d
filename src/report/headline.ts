import { count, percent, plural, points, pointsRange, pointsWithRange } from "./format.ts";
import type { Comparison } from "./summary/comparison.ts";
import type { Domain, DomainResult, Summary } from "./summary/summary.ts";

/** What a run found, in sentences: the one that matters most, and those that qualify it. */
export interface Headline {
  lead: string;
  details: string[];
}

/** Says what the run found; for a run without evaluation, how far it came. */
export function headlineOf(summary: Summary): Headline {
  const inDomain = lastMethodResult(summary, "in-domain");
  const outOfDomain = lastMethodResult(summary, "out-of-domain");
  const main = inDomain ?? outOfDomain;
  if (!main) return headlineWithoutEvaluation(summary);
  const further = inDomain && outOfDomain ? [furtherSentence(outOfDomain)] : [];
  return {
    lead: leadSentence(summary, main),
    details: [...further, changesSentence(summary, main), ...controlSentences(summary, main.domain)],
  };
}

/** The method's result after its last iteration, over all benchmarks of the domain. */
function lastMethodResult(summary: Summary, domain: Domain): DomainResult | undefined {
  const method = summary.arms.find(({ role }) => role === "method");
  return lastResult(summary, method?.id, domain);
}

/** An arm's result after its last iteration, over all benchmarks of the domain. */
export function lastResult(
  summary: Summary,
  armId: string | undefined,
  domain: Domain,
): DomainResult | undefined {
  return summary.domains.filter((result) => result.armId === armId && result.domain === domain).at(-1);
}

function leadSentence({ arms, run }: Summary, { armId, domain, comparison }: DomainResult): string {
  const method = arms.find(({ id }) => id === armId)?.title ?? armId;
  const { before, after, gain, n } = comparison;
  const change = `${run.targetModel} from ${percent(before.value)} to ${percent(after.value)}`;
  const kind = domain === "in-domain" ? "unseen problem" : "out-of-domain problem";
  const where = `on ${plural(n, kind)}`;
  const amount = `${points(gain.value)} points (95% interval ${pointsRange(gain.interval)})`;
  return `${method} ${verb(comparison)} ${change} ${where}: ${amount}${isWithinChance(comparison) ? ", which chance could explain" : ""}.`;
}

const isWithinChance = ({ gain }: Comparison): boolean => gain.interval.low <= 0 && gain.interval.high >= 0;

function verb(comparison: Comparison): string {
  if (isWithinChance(comparison)) return "moves";
  return comparison.gain.value > 0 ? "raises" : "lowers";
}

function furtherSentence({ domain, comparison }: DomainResult): string {
  const { before, after, gain, n } = comparison;
  return `On ${plural(n, `${domain} problem`)}: ${percent(before.value)} to ${percent(after.value)}, ${pointsWithRange(gain)}.`;
}

function changesSentence({ arms }: Summary, { armId, iteration, comparison }: DomainResult): string {
  const examples = arms.find(({ id }) => id === armId)?.trainingExamples ?? null;
  const effort = [
    plural(iteration, "iteration"),
    ...(examples === null ? [] : [plural(examples, "training example")]),
  ];
  const { fixRate, regressionRate } = comparison;
  const changes = [
    ...(fixRate ? [`solves ${percent(fixRate.value)} of what the base model got wrong`] : []),
    ...(regressionRate ? [`fails on ${percent(regressionRate.value)} of what it got right`] : []),
  ];
  return `After ${effort.join(" and ")} it ${changes.join(" and ")}.`;
}

function controlSentences(summary: Summary, domain: Domain): string[] {
  return summary.margins
    .filter((margin) => margin.domain === domain)
    .flatMap(({ controlId, comparison }) => {
      const control = lastResult(summary, controlId, domain);
      if (!control) return [];
      const title = summary.arms.find(({ id }) => id === controlId)?.title ?? controlId;
      return [
        `The control “${title}” gains ${points(control.comparison.gain.value)}; the method’s margin over it is ${pointsWithRange(comparison.gain)}.`,
      ];
    });
}

function headlineWithoutEvaluation({ errorTypes, stages, run }: Summary): Headline {
  const diagnosed = stages.findLast(({ stage }) => stage === "diagnose");
  const synthesized = stages.findLast(({ stage }) => stage === "synthesize");
  const lead = diagnosed
    ? `${plural(diagnosed.done, "bad case")} of ${run.targetModel} fall into ${plural(lastTypes(errorTypes), "error type")}.`
    : `This run of ${run.targetModel} has found nothing yet.`;
  const details = synthesized
    ? [`Of ${plural(synthesized.in, "proposed problem")}, ${count(synthesized.done)} are verified and novel.`]
    : [];
  return { lead, details: [...details, "No model was evaluated, so there is no gain to report."] };
}

function lastTypes(errorTypes: Summary["errorTypes"]): number {
  const last = errorTypes.at(-1)?.iteration;
  return errorTypes.filter(({ iteration }) => iteration === last).length;
}
