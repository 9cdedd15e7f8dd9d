import { unpricedModels } from "../../config/model-prices.ts";
import { leftOutOf } from "../../config/recipe-of.ts";
import type { Config } from "../../config/schema.ts";
import { type AmountRange, type StepEstimate, totalOf } from "../../engine/forecast/index.ts";
import { cost, count, dollars, percent, plural } from "../../report/format.ts";
import { assumedOfInstructor, shareRange } from "./assumed-of-instructor.ts";
import type { CostEstimate } from "./estimate-cost.ts";
import { savingsOf } from "./savings.ts";

/** What stands behind the figures of an estimate, and what to do about them: one sentence or more a line. */
export function planNotes(estimate: CostEstimate, config: Config): string[] {
  return [
    ...absentData(estimate),
    wrongAnswers(estimate),
    ...paidAlready(estimate),
    ...assumptions(estimate, config),
    ...training(estimate),
    ...dominance(estimate),
    ...unknownPrices(estimate, config),
    ...budget(estimate, config),
    ...leftOut(config),
  ];
}

function absentData({ problems: { absent } }: CostEstimate): string[] {
  if (absent.length === 0) return [];
  const counts = absent.map(({ dataSet, split, problems }) => `${dataSet} ${split} (${count(problems)})`);
  const names = [...new Set(absent.map(({ dataSet }) => dataSet))];
  return [
    `Not on this machine, and counted as published: ${counts.join(", ")}. ` +
      `\`errata data pull ${names.join(",")}\` brings what is missing.`,
  ];
}

function wrongAnswers({ sample, rates, problems }: CostEstimate): string {
  const { low, expected, high } = rates;
  const range = shareRange(low.wrongAnswers, high.wrongAnswers);
  if (!sample) {
    const share = `Wrong answers: ${percent(expected.wrongAnswers, 0)} (${range}), assumed`;
    const canAsk = (problems.given.seedProblems ?? []).length > 0;
    return canAsk
      ? `${share}; \`--sample 20\` asks and measures.`
      : `${share}: no seed problem is here to ask about.`;
  }
  return (
    `Wrong answers: ${sample.bad} of a sample of ${plural(sample.attempted, "seed problem")} (${range} of all, at 95 %). ` +
    "What was answered is stored, and the run does not ask again."
  );
}

function paidAlready({ paid }: CostEstimate): string[] {
  return paid === 0 ? [] : [`Paid already, for what is stored: ${cost(paid)}. The table says what is left.`];
}

function assumptions(estimate: CostEstimate, { instructor }: Config): string[] {
  const isMeasured = estimate.steps.every(({ tokensFrom }) => tokensFrom === "sample");
  const ofInstructor = instructor.kind === "llm" ? assumedOfInstructor(estimate) : [];
  return [
    "Assumed: as many wrong answers in every iteration and on every benchmark" +
      `${ofInstructor.length > 0 ? `; ${ofInstructor.join(", ")}` : ""}. ` +
      "Retries and repaired answers are not in it.",
    ...(isMeasured
      ? []
      : [
          "Tokens with ~ are counted in the texts of prompts, four bytes a token; the outputs to them are assumed, and " +
            "may be half or twice as long.",
        ]),
  ];
}

function training({ steps }: CostEstimate): string[] {
  return steps.some(({ step }) => step.uses.includes("trainer"))
    ? ["Training asks no model and is not in it: a provider that trains bills it apart."]
    : [];
}

/** Names the stages that take more than half of the money or of the calls, and what makes them smaller. */
function dominance({ steps }: CostEstimate): string[] {
  const total = totalOf(amountsOf(steps)).expected;
  return Object.entries(Object.groupBy(steps, ({ step }) => step.stage.name)).flatMap(([name, own = []]) => {
    const { cost: money, calls } = totalOf(amountsOf(own)).expected;
    const shares = [...mostOf("cost", money ?? 0, total.cost ?? 0), ...mostOf("calls", calls, total.calls)];
    return shares.length === 0
      ? []
      : [`${name} takes ${shares.join(" and ")}. ${savingsOf(largestOf(own).step)}`.trim()];
  });
}

/** The steps of a stage may have other settings, as those of a control. */
const largestOf = (steps: readonly StepEstimate[]): StepEstimate =>
  steps.reduce((largest, step) => (callsOf(step) > callsOf(largest) ? step : largest));

const callsOf = ({ amount }: StepEstimate): number => amount?.expected.calls ?? 0;

function mostOf(what: string, part: number, whole: number): string[] {
  return part > 0.5 * whole ? [`${percent(part / whole, 0)} of the ${what}`] : [];
}

const amountsOf = (steps: readonly StepEstimate[]): AmountRange[] =>
  steps.flatMap(({ amount }) => amount ?? []);

function unknownPrices({ prices }: CostEstimate, config: Config): string[] {
  return unpricedModels(config, prices).map(
    (model) =>
      `The price of ${model} is not known: give it in the configuration, in US dollars per million tokens, as ` +
      `\`prices: { ${JSON.stringify(model)}: { input: …, output: … } }\`.`,
  );
}

/** Whether a budget suffices for what is left, with what is paid already. */
export function budgetSuffices(
  { steps, paid }: CostEstimate,
  usd: number,
): "yes" | "perhaps" | "no" | "unknown" {
  const { expected, high } = totalOf(amountsOf(steps));
  if (paid === null || expected.cost === null || high.cost === null) return "unknown";
  if (paid + high.cost <= usd) return "yes";
  return paid + expected.cost <= usd ? "perhaps" : "no";
}

function budget(estimate: CostEstimate, config: Config): string[] {
  if (!config.budget) return [];
  const { usd } = config.budget;
  const verdicts = {
    yes: "suffices.",
    perhaps: "suffices if all goes as expected, and not at the upper end.",
    no: "does not suffice: the run would stop before it is passed, and go on once it is raised.",
    unknown: "cannot be kept while a price is not known: the run would be refused.",
  };
  return [`The budget of ${dollars(usd)} ${verdicts[budgetSuffices(estimate, usd)]}`];
}

function leftOut(config: Config): string[] {
  const sentence = leftOutOf(config);
  return sentence === null ? [] : [sentence];
}
