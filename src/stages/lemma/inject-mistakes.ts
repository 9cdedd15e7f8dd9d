import type { ErroneousSolution } from "../../domain/erroneous-solution.ts";
import type { MistakeLabel } from "../../domain/mistake-label.ts";
import type { Problem } from "../../domain/problem.ts";
import { UnusableAnswerError } from "../../foundation/errors.ts";
import { createRandom } from "../../foundation/random.ts";
import { kindOf } from "../outcomes.ts";
import type { Item, Services, StageContext } from "../stage.ts";
import { analyseText, mistakesOf, requireEnding } from "./mistake-work.ts";

/** One injection to try. */
export interface Injection {
  id: string;
  problem: Problem;
  label: MistakeLabel;
  seed: string;
}

/** How injection stands for one label: what is still to be tried, and what was kept. */
interface LabelProgress {
  label: MistakeLabel;
  quota: number;
  queue: Injection[];
  kept: ErroneousSolution[];
}

export interface InjectionPlan {
  problems: readonly Problem[];
  /** How many to keep of each label. */
  quotas: ReadonlyMap<MistakeLabel, number>;
  /** How often a label is tried in one problem at most. */
  triesPerProblem: number;
  /** Whether the analysis of the text alone must find the label that was injected. */
  verifyLabel: boolean;
}

export interface InjectedErrors {
  kept: ErroneousSolution[];
  tried: number;
  /** Why injections were not kept: one entry each. */
  reasons: string[];
  remarks: string[];
}

/**
 * Injects mistakes in rounds until every label has its quota or no problem is left to try it in. What a round tries
 * follows from the rounds before it alone, so that the order in which calls come back changes nothing.
 */
export async function injectMistakes(context: StageContext, plan: InjectionPlan): Promise<InjectedErrors> {
  const labels = [...plan.quotas].map(([label, quota]) => startLabel(label, quota, plan, context.seed));
  const texts = new Set<string>();
  const reasons: string[] = [];
  let tried = 0;
  for (let round = nextRound(labels); round.length > 0; round = nextRound(labels)) {
    tried += round.length;
    const outcomes = await tryInjections(context, round, plan);
    for (const [index, outcome] of outcomes.entries()) {
      const { label, problem } = round[index]!;
      if (outcome.state === "failed") {
        reasons.push(kindOf(outcome.reason));
        continue;
      }
      const text = JSON.stringify([problem.id, outcome.output.solution]);
      if (texts.has(text)) {
        reasons.push("the same text as another injection");
        continue;
      }
      texts.add(text);
      labels.find((progress) => progress.label === label)!.kept.push(outcome.output);
    }
  }
  return { kept: labels.flatMap(({ kept }) => kept), tried, reasons, remarks: labels.flatMap(shortfall) };
}

function startLabel(
  label: MistakeLabel,
  quota: number,
  { problems, triesPerProblem }: InjectionPlan,
  seed: string,
): LabelProgress {
  const random = createRandom(`${seed}/${label}`);
  const queue = Array.from({ length: triesPerProblem }, (_, number) =>
    random.shuffle(problems).map((problem): Injection => {
      const id = `${problem.id}+${label}-${number}`;
      return { id, problem, label, seed: `${seed}/${id}` };
    }),
  ).flat();
  return { label, quota, queue, kept: [] };
}

function nextRound(labels: readonly LabelProgress[]): Injection[] {
  return labels.flatMap(({ quota, queue, kept }) => queue.splice(0, quota - kept.length));
}

function tryInjections(context: StageContext, injections: Injection[], { verifyLabel }: InjectionPlan) {
  const { services, signal } = context;
  const items = injections.map(
    (injection): Item<Injection> => ({
      id: injection.id,
      key: [injection.problem, injection.label, injection.seed, verifyLabel],
      input: injection,
    }),
  );
  return context.each(items, services.instructor.concurrency, (injection) =>
    injectMistake(services, injection, verifyLabel, signal),
  );
}

/**
 * Injects one mistake, and finds the first wrong step in the text alone.
 *
 * @throws UnusableAnswerError where the solution does not end wrong, or does not show the label that it shall
 */
export async function injectMistake(
  { instructor, grader }: Pick<Services, "instructor" | "grader">,
  { id, problem, label, seed }: Injection,
  verifyLabel: boolean,
  signal: AbortSignal,
): Promise<ErroneousSolution> {
  const mistakes = mistakesOf(instructor);
  const { solution, explanation } = await mistakes.inject({ problem, label, seed }, signal);
  requireEnding(grader, "wrong", solution, problem);
  const found = await analyseText(mistakes, problem, solution, signal);
  if (verifyLabel && found.label !== label) throw analysedAsAnother(label, found);
  const { firstWrongStep, prefix } = found;
  return {
    id,
    problemId: problem.id,
    origin: "injected",
    label,
    solution,
    firstWrongStep,
    prefix,
    explanation,
  };
}

function analysedAsAnother(label: MistakeLabel, found: { label: MistakeLabel; explanation: string }) {
  return new UnusableAnswerError(`${label} is analysed as ${found.label}\n${found.explanation}`);
}

function shortfall({ label, quota, kept }: LabelProgress): string[] {
  if (kept.length === quota) return [];
  return [`${label} was injected ${kept.length} times of ${quota}: no problem is left to try it in.`];
}
