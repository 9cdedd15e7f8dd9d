import { layOutTable } from "../report/console/table.ts";
import { plural } from "../report/format.ts";
import { iterationTable, lossTable } from "./course-tables.ts";
import { intervalCharts } from "./interval-chart.ts";
import type { ExperimentResults } from "./results.ts";
import { costTable, scoreTable, type TextTable } from "./tables.ts";

/** The results of an experiment for a terminal; figures are never cut, however narrow it is. */
export function consoleText(results: ExperimentResults): string {
  const { name, cells, iterations, lossCurves } = results;
  const hasSeveral = new Set(iterations.map(({ iteration }) => iteration)).size > 1;
  const lines = (table: TextTable) => layOutTable(table.columns, table.rows, Number.POSITIVE_INFINITY);
  return [
    `${name}: ${progressOf(cells)}`,
    ...["", ...lines(scoreTable(results))],
    ...intervalCharts(results.scores).flatMap((chart) => ["", chart]),
    ...(hasSeveral ? ["", ...lines(iterationTable(iterations))] : []),
    ...(lossCurves.length > 0 ? ["", ...lines(lossTable(lossCurves))] : []),
    ...["", ...lines(costTable(results))],
    "",
  ].join("\n");
}

/** "12 cells", "7 of 12 cells" */
export function progressOf({ planned, finished }: ExperimentResults["cells"]): string {
  return finished.length === planned
    ? plural(planned, "cell")
    : `${finished.length} of ${plural(planned, "cell")}`;
}
