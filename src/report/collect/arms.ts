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
};

/** The method and the controls that stand beside it, in that order. */
export function armsOf(steps: readonly StoredStep[], recipe: string): Arm[] {
  const lines = [...new Set(steps.map(({ line }) => line))];
  return lines.map((id) => ({ id, ...(controls[id] ?? methodArm(recipe)) })).sort(methodFirst);
}

const methodArm = (recipe: string): Omit<Arm, "id"> => ({
  role: "method",
  title: recipe,
  explanation: "Synthetic problems for the diagnosed error types, the best by one-shot score.",
});

const methodFirst = (a: Arm, b: Arm): number =>
  Number(b.role === "method") - Number(a.role === "method") || (a.id < b.id ? -1 : 1);
