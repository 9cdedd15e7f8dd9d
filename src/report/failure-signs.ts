import { count, percent, plural, points } from "./format.ts";
import type { StageAccount, Warning } from "./report-data.ts";
import type { Summary } from "./summary/summary.ts";

type Figures = Pick<Summary, "arms" | "domains" | "margins" | "errorTypes" | "selections"> & {
  stages: readonly StageAccount[];
};

/** The signs by which Self-Error-Instruct is seen to be failing, each with what to do about it. */
export function findFailureSigns(figures: Figures): Warning[] {
  return [
    ...lostItems(figures),
    ...unequalBudgets(figures),
    ...levelFixRate(figures),
    ...coarseSelection(figures),
    ...selectionWithoutMargin(figures),
    ...fewNovelProblems(figures),
    ...oddNumberOfErrorTypes(figures),
  ];
}

/** An iteration that raises the fix rate by less than this share brings nothing that a person would notice. */
const noticeableFixRate = 0.01;
/** Beyond this share of the drafts the novelty filter is what limits synthesis. */
const mostDrafts = 0.5;
/** The authors' data sets have between five and fifteen types (papers' section 1.4); outside of this they teach little. */
const errorTypeCounts = { fewest: 3, most: 20 };

const notDoneOf = (stage: StageAccount): number =>
  Object.values(stage.notDone).reduce((sum, items) => sum + items, 0);

function lostItems({ stages }: Figures): Warning[] {
  return stages
    .map((stage) => ({ stage, lost: stage.in - stage.done - notDoneOf(stage) - stage.pending }))
    .filter(({ lost }) => lost !== 0)
    .map(({ stage, lost }) => ({
      message: `Stage ${stage.stage} of iteration ${stage.iteration} (${stage.armId}) does not account for ${plural(Math.abs(lost), "item")}.`,
      advice: "Do not trust the figures of this run; please report this as a fault of Errata.",
    }));
}

function unequalBudgets({ arms }: Figures): Warning[] {
  const method = arms.find(({ role }) => role === "method");
  if (!method || method.trainingExamples === null) return [];
  return arms
    .filter(
      ({ trainingExamples, equalIn = "examples" }) =>
        equalIn === "examples" && trainingExamples !== null && trainingExamples !== method.trainingExamples,
    )
    .map((control) => ({
      message: `The arm “${control.title}” trained on ${plural(control.trainingExamples ?? 0, "example")}, the method on ${count(method.trainingExamples ?? 0)}: their budgets are not equal.`,
      advice: "Compare the two arms with care, or give the control a larger pool to draw from.",
    }));
}

function levelFixRate({ arms, domains }: Figures): Warning[] {
  const method = arms.find(({ role }) => role === "method");
  const rates = domains
    .filter(({ armId, domain }) => armId === method?.id && domain === "in-domain")
    .map(({ iteration, comparison }) => ({ iteration, rate: comparison.fixRate?.value ?? 0 }));
  const [previous, last] = rates.slice(-2);
  if (!previous || !last || last.rate - previous.rate >= noticeableFixRate) return [];
  return [
    {
      message: `The fix rate is levelling off: ${percent(previous.rate)} after iteration ${previous.iteration}, ${percent(last.rate)} after iteration ${last.iteration}.`,
      advice:
        "More iterations of the same kind will add little: widen the seed problems, or use a stronger instructor.",
    },
  ];
}

function coarseSelection({ selections }: Figures): Warning[] {
  return selections.flatMap(({ armId, iteration, devSize, selected, judgedBy, cutOff }) => {
    const isCoarse =
      judgedBy === "attempts" &&
      cutOff &&
      cutOff.candidates > cutOff.selected &&
      cutOff.selected > selected / 2;
    if (!isCoarse) return [];
    return [
      {
        message: `The dev set of ${plural(devSize, "problem")} is too small for the selection of iteration ${iteration} (${armId}): ${count(cutOff.selected)} of the ${count(selected)} selected problems share the lowest selected score with ${plural(cutOff.candidates - cutOff.selected, "problem")} left out.`,
        advice: "Enlarge the dev set, so that scores tell candidates apart.",
      },
    ];
  });
}

function selectionWithoutMargin({ arms, margins, selections }: Figures): Warning[] {
  const control = arms.find(({ role }) => role === "random-selection");
  const margin = margins.find(({ controlId, domain }) => controlId === control?.id && domain === "in-domain");
  const method = arms.find(({ role }) => role === "method");
  const selection = selections.filter(({ armId }) => armId === method?.id).at(-1);
  if (!margin || !selection || margin.comparison.gain.value > 0) return [];
  const { judgedBy, meanScore, meanSelectedScore } = selection;
  if (judgedBy !== "attempts" || meanScore === null || meanSelectedScore === null) return [];
  return [
    {
      message: `Selected problems score ${points(meanSelectedScore - meanScore)} points above the pool on the dev set, but training on them is no better than on a random choice: ${points(margin.comparison.gain.value)} points on held-out problems.`,
      advice: `The dev set of ${plural(selection.devSize, "problem")} may be too small or unlike the benchmark: enlarge it, or draw it from more kinds of problem.`,
    },
  ];
}

function fewNovelProblems({ stages }: Figures): Warning[] {
  return stages.flatMap((stage) => {
    const repeated = Object.entries(stage.notDone)
      .filter(([reason]) => reason.startsWith("not-novel"))
      .reduce((sum, [, items]) => sum + items, 0);
    if (repeated <= stage.in * mostDrafts) return [];
    return [
      {
        message: `The novelty filter dropped ${count(repeated)} of ${count(stage.in)} proposed problems in iteration ${stage.iteration}.`,
        advice:
          "The instructor repeats itself: give it more seed problems, raise its temperature, or ask for fewer problems.",
      },
    ];
  });
}

function oddNumberOfErrorTypes({ errorTypes }: Figures): Warning[] {
  const byIteration = Map.groupBy(errorTypes, ({ iteration }) => iteration);
  return [...byIteration].flatMap(([iteration, types]) => {
    const found = `Iteration ${iteration} has ${plural(types.length, "error type")}`;
    if (types.length < errorTypeCounts.fewest) {
      return [
        {
          message: `${found}: too few to aim at anything.`,
          advice: "Split the large types in the review (`errata run --review`), or diagnose more bad cases.",
        },
      ];
    }
    if (types.length > errorTypeCounts.most) {
      return [
        {
          message: `${found}: too many for their quotas to teach anything.`,
          advice: "Merge types that mean the same in the review (`errata run --review`).",
        },
      ];
    }
    return [];
  });
}
