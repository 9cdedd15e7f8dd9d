import type { StoredStep } from "../../engine/run-store.ts";
import type { Arm } from "../report-data.ts";

/** The controls as screens name them. */
const controls: Record<string, Omit<Arm, "id">> = {
  "random-selection": {
    role: "random-selection",
    title: "random selection",
    explanation: "As many of the same synthetic problems, drawn at random instead of by one-shot score.",
  },
  untargeted: {
    role: "untargeted",
    title: "untargeted examples",
    explanation:
      "As many problems drawn at random from the seeds with their reference solutions, blind to the errors.",
  },
  "without-reflection": {
    role: "baseline",
    title: "right solutions alone",
    explanation:
      "As much text of the right solutions of the same corrections, without the mistakes and the reflections.",
    equalIn: "text",
  },
  "without-injected-errors": {
    role: "baseline",
    title: "without injected errors",
    explanation: "Corrections of the target’s own mistakes alone.",
  },
  "without-restart": {
    role: "baseline",
    title: "without Fresh & Restart",
    explanation: "Corrections by Fix & Continue alone.",
  },
};

const errorTargeted = "Synthetic problems for the diagnosed error types, the best by one-shot score.";
const corrections =
  "Wrong solutions, the target’s own and injected ones, each with a continuation that notices the mistake and corrects it.";

/** What the methods make that are no baselines. */
const methods: Record<string, string> = {
  sei: errorTargeted,
  "sei-paper": errorTargeted,
  lemma: corrections,
  "lemma-paper": corrections,
  "lemma-ablations": corrections,
  "sei-lemma":
    "Synthetic problems for the diagnosed error types, and wrong solutions with continuations that correct them.",
};

/** The data baselines, which stand beside a method or are the method of a run. */
const baselines: Record<string, Pick<Arm, "title" | "explanation">> = {
  "self-instruct": {
    title: "Self-Instruct",
    explanation: "New problems like random seed problems, blind to the errors; nothing is selected.",
  },
  "llms-as-instructors": {
    title: "LLMs-as-Instructors",
    explanation: "New problems for every single bad case, in equal shares; nothing is selected.",
  },
  "llms-as-instructors-contrastive": {
    title: "LLMs-as-Instructors, contrastive",
    explanation:
      "New problems for every single bad case, whose writer also saw the nearest problems that the target solves.",
  },
  "gold-sft": {
    title: "bad cases’ solutions",
    explanation: "The bad cases themselves with their reference solutions, drawn at random.",
  },
  rft: {
    title: "rejection fine-tuning",
    explanation: "The target’s own right samples for seed problems, one of each way of calculating.",
  },
  "format-control": {
    title: "the form alone",
    explanation:
      "Seed problems that the target solves already, with right solutions in the form of the training data.",
  },
};

/** The method and the controls that stand beside it, in that order. */
export function armsOf(steps: readonly StoredStep[], recipe: string): Arm[] {
  const lines = [...new Set(steps.map(({ line }) => line))];
  return lines
    .map((id) => ({ id, ...(id === "method" ? methodArm(recipe) : controlArm(id)) }))
    .sort(methodFirst);
}

const controlArm = (line: string): Omit<Arm, "id"> =>
  controls[line] ?? { role: "baseline", ...(baselines[line] ?? { title: line, explanation: "" }) };

const methodArm = (recipe: string): Omit<Arm, "id"> => ({
  role: "method",
  ...(baselines[recipe] ?? { title: recipe, explanation: methods[recipe] ?? "" }),
});

const methodFirst = (a: Arm, b: Arm): number =>
  Number(b.role === "method") - Number(a.role === "method") || (a.id < b.id ? -1 : 1);
