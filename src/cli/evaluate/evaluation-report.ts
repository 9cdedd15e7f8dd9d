import type { ScoreName } from "../../domain/evaluation.ts";
import { groupTables, scoreTable } from "../../report/console/score-tables.ts";
import { cost, count } from "../../report/format.ts";
import type { ScoreSheet } from "../../report/summary/score-sheet.ts";

/** What an evaluation found. */
export interface EvaluationReport {
  /** The model as screens name it. */
  model: string;
  /** The score that decides, and the rules behind all of them. */
  decidedBy: ScoreName;
  rules: string;
  sheet: ScoreSheet;
  /** Problems without an answer to score, by reason. */
  notDone: Record<string, number>;
  /** US dollars for calls that this evaluation made itself; null where a price is not known. */
  paid: number | null;
}

/** An evaluation for people. */
export function evaluationText(report: EvaluationReport, width: number): string {
  const { model, decidedBy, sheet, notDone, paid } = report;
  const options = { titleOf: (id: string) => id, width };
  const tables = [scoreTable(sheet, { ...options, title: "benchmark" }), ...groupTables(sheet, options)];
  return [
    `${model}: accuracy with 95% intervals, by every score; ${decidedBy} decides\n`,
    ...tables.map((lines) => `${lines.join("\n")}\n`),
    ...Object.entries(notDone).map(([reason, problems]) => `Not scored: ${count(problems)} ${reason}\n`),
    `Paid for this evaluation: ${cost(paid)}\n`,
  ].join("\n");
}

/** An evaluation for other programs: one JSON object, indented. */
export function evaluationJson({ sheet, ...report }: EvaluationReport): string {
  return `${JSON.stringify({ ...report, ...sheet }, null, 2)}\n`;
}
