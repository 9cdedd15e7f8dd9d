import type { TrainingExample } from "../domain/training-example.ts";

/**
 * An example as a dialogue. The white space around a completion joins it to a prompt that is continued; a turn has none.
 */
export function turnsOf({ prompt, completion }: Pick<TrainingExample, "prompt" | "completion">) {
  return [
    { role: "user", content: prompt },
    { role: "assistant", content: completion.trim() },
  ] as const;
}
