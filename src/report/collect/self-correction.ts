import type { RunStore, StoredStep } from "../../engine/run-store.ts";
import type { ReportData } from "../report-data.ts";

/** How every model of the run went on from the forced prefixes; null where none did. */
export function selfCorrectionOf(
  store: RunStore,
  steps: readonly StoredStep[],
): ReportData["selfCorrection"] {
  const done = steps.filter(({ state }) => state === "done");
  const prefixes = done
    .filter(({ stage }) => stage === "forced-prefixes")
    .flatMap(({ id }) => store.artifacts(id, "forcedPrefixes"));
  const models = done
    .filter(({ stage }) => stage === "self-correction")
    .map(({ id, line, iteration }) => ({
      armId: iteration === 0 ? null : line,
      iteration,
      continuations: store.artifacts(id, "prefixContinuations"),
    }));
  const isMeasured = models.some(({ continuations }) => continuations.length > 0);
  return isMeasured ? { prefixes, models } : null;
}
