import { count, plural } from "../../../report/format.ts";
import type { Summary } from "../../../report/index.ts";
import { markdownTable } from "../../../report/markdown.ts";
import type { RunRecord } from "../../run/run-record.ts";
import { dataSourcesTable } from "./data-sources.ts";
import { section } from "./markdown.ts";

/** What both kinds of card tell of a run. */
export interface CardFacts {
  summary: Summary;
  record: RunRecord;
}

/** How the run worked, in sentences. */
export function howItWorked({ summary, record }: CardFacts): string {
  const { run, arms } = summary;
  const { recipe, errataVersion, seed } = run;
  const method = arms.find(({ role }) => role === "method");
  return [
    `Made by [Errata](https://www.npmjs.com/package/errata) ${errataVersion}, which turns the mistakes of a language model into training data: recipe \`${recipe}\`, seed \`${seed}\`, ${plural(record.config.iterations, "iteration")}.`,
    ...(method ? [method.explanation] : []),
    `The instructor, which named the causes of errors and wrote the problems: \`${instructorName(record)}\`.`,
  ].join(" ");
}

/** Without what a configuration may hold of addresses and folders. */
function instructorName({ config: { instructor } }: RunRecord): string {
  if (instructor.kind === "symbolic") return "symbolic (offline, exact)";
  return instructor.model.kind === "ai-sdk" ? instructor.model.model.modelId : String(instructor.model.model);
}

/** A mark that nobody overlooks where figures must not be compared with published ones. */
export function contaminationSection({ summary: { run } }: CardFacts): string[] {
  if (run.contamination === null) return [];
  const text = `**Contaminated: ${run.contamination}.** Figures on that benchmark, of this run or of anything trained on its data, must not be compared with published ones.`;
  return section("Contamination", text);
}

export function dataSection({ record }: CardFacts): string[] {
  return section("Problems", dataSourcesTable(record.config.data));
}

export function errorTypesSection({ summary: { errorTypes } }: CardFacts): string[] {
  if (errorTypes.length === 0) return [];
  const rows = errorTypes.map(({ iteration, name, badCases }) => [String(iteration), name, count(badCases)]);
  return section("Error types", markdownTable(["iteration", "error type", "wrong attempts"], rows));
}

export function countsSection({ summary: { stages } }: CardFacts): string[] {
  if (stages.length === 0) return [];
  const rows = stages.map(({ armId, iteration, stage, in: given, done, notDone }) => [
    armId,
    String(iteration),
    stage,
    count(given),
    count(done),
    Object.entries(notDone)
      .map(([reason, number]) => `${reason}: ${count(number)}`)
      .join("; "),
  ]);
  return section("Counts", markdownTable(["line", "iteration", "stage", "in", "done", "not done"], rows));
}
