import { count } from "../format.ts";
import { scoreRows, shareWithInterval } from "../score-words.ts";
import { type GroupScores, type ScoreSheet, scoreNamesOf } from "../summary/score-sheet.ts";
import { type Column, layOutTable } from "./table.ts";

const left = (title: string): Column => ({ title, align: "left" });
const right = (title: string): Column => ({ title, align: "right" });

/** The scores of one model: a row for each benchmark, then their averages; the titles first. */
export function scoreTable(
  sheet: ScoreSheet,
  { title, titleOf, width }: { title: string; titleOf: (benchmarkId: string) => string; width: number },
): string[] {
  const names = scoreNamesOf(sheet);
  const rows = scoreRows(sheet, { titleOf, averagesOver: ({ over }) => over === "all" });
  const hasOthers = rows.some(({ others }) => others !== "");
  const columns = [left(title), right("n"), ...names.map(left), ...(hasOthers ? [left("neither")] : [])];
  return layOutTable(
    columns,
    rows.map(({ name, n, share, others }) => [
      name,
      n === null ? "" : count(n),
      ...names.map((score) => shareWithInterval(share(score))),
      others,
    ]),
    width,
  );
}

/** More groups than this are for a page, not for a screen. */
const mostGroups = 12;

/**
 * The scores of one model by subject and by level, a table for each benchmark that has them; those of benchmarks with
 * many groups are left out.
 */
export function groupTables(
  sheet: ScoreSheet,
  { titleOf, width }: { titleOf: (benchmarkId: string) => string; width: number },
): string[][] {
  const names = scoreNamesOf(sheet);
  const tableOf = (title: string, groups: readonly GroupScores[]): string[][] => {
    if (groups.length < 2 || groups.length > mostGroups) return [];
    const rows = groups.map(({ name, n, scores }) => [
      name,
      count(n),
      ...names.map((score) => shareWithInterval(scores[score])),
    ]);
    return [layOutTable([left(title), right("n"), ...names.map(left)], rows, width)];
  };
  return sheet.benchmarks.flatMap(({ benchmarkId, subjects, levels }) => [
    ...tableOf(`${titleOf(benchmarkId)} by subject`, subjects),
    ...tableOf(`${titleOf(benchmarkId)} by level`, levels),
  ]);
}
