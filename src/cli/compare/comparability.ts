import { contaminationOf } from "../../config/given.ts";
import type { RunRecord } from "../run/run-record.ts";

/** Why the figures of two runs may differ for another reason than their models; empty where nothing is known. */
export function comparabilityWarnings(a: RunRecord, b: RunRecord): string[] {
  const settings = ({ config }: RunRecord) => JSON.stringify(config.stages.evaluate ?? {});
  const differences = [
    { what: "asked with different prompts", ofA: a.services.template, ofB: b.services.template },
    { what: "graded by different rules", ofA: a.services.benchmarkGrader, ofB: b.services.benchmarkGrader },
    { what: "evaluated with different settings", ofA: settings(a), ofB: settings(b) },
  ].filter(({ ofA, ofB }) => ofA !== ofB);
  const contaminated = Object.entries({ A: a, B: b }).flatMap(([name, { config }]) => {
    const reason = contaminationOf(config);
    return reason === null ? [] : [`${name} is contaminated: ${reason}.`];
  });
  return [
    ...differences.map(({ what, ofA, ofB }) => `They were ${what}: ${ofA} (A), ${ofB} (B).`),
    ...contaminated,
  ];
}
