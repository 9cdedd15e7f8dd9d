import type { RunStore, StoredStep } from "../../engine/run-store.ts";
import { givenStep } from "../../engine/run-view.ts";
import type { ReportData } from "../report-data.ts";

/** What every model of the run answered in the same dialogues; null where none was held. */
export function dialoguesOf(store: RunStore, steps: readonly StoredStep[]): ReportData["dialogues"] {
  const done = steps.filter(({ state }) => state === "done");
  const made = done.filter(({ stage }) => stage === "dialogues").map(({ id }) => id);
  const dialogues = [givenStep, ...made].flatMap((step) => store.artifacts(step, "dialogues"));
  const models = done
    .filter(({ stage }) => stage === "converse")
    .map(({ id, line, iteration }) => ({
      armId: iteration === 0 ? null : line,
      iteration,
      answers: store.artifacts(id, "dialogueAnswers"),
    }));
  return models.some(({ answers }) => answers.length > 0) ? { dialogues, models } : null;
}
