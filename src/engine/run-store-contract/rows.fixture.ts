import type { Attempt } from "../../domain/attempt.ts";
import type { Generation, GenerationRequest } from "../../models/language-model.ts";
import type { PlannedStep, StoredItem } from "../run-store.ts";

/** What a model was asked and answered, with characters that are easily lost. */
export const request: GenerationRequest = {
  prompt: "1 + 1?",
  maxOutputTokens: 8,
  temperature: 0,
  stop: ["\n"],
};
export const response: Generation = {
  text: "two\u0000 — ½ \u{1F600}\n",
  finishReason: "length",
  usage: { inputTokens: 3, outputTokens: 5 },
};
/** The step of an id, as it stands in a plan. */
export const planned = (id: string, key = "k"): PlannedStep => {
  const [line = "", place = "", stage = ""] = id.split("/");
  return { id, line, iteration: Number(place), stage, key };
};
export const attempt = (problemId: string): Attempt => ({
  problemId,
  output: "o",
  prediction: null,
  verdict: "no-answer",
  how: "",
});
export const item = (id: string, more: Partial<StoredItem> = {}): StoredItem => ({
  id,
  key: "item-key",
  state: "done",
  output: { n: 1 },
  ...more,
});
/** The end of a step without items, and what it comes to. */
export const bare = { itemIds: new Set<string>(), seconds: 0, madeFrom: [] };
export const nothing = { artifacts: {}, in: 0, done: 0, notDone: {} };
export const ids = (rows: readonly { id: string }[]) => rows.map(({ id }) => id);
