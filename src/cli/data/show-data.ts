import {
  type DataSet,
  type LoadedSplit,
  loadDataSet,
  type SplitName,
  splitsOf,
  whereaboutsOf,
} from "../../datasets/registry/index.ts";
import type { DataStorage } from "../../datasets/storage/index.ts";
import type { Problem } from "../../domain/problem.ts";
import { wrap } from "../../report/console/table.ts";
import { count, plural } from "../../report/format.ts";
import type { Screen } from "../environment.ts";
import { placeLine } from "./list-data.ts";

export interface ShowRequest {
  readonly dataSet: DataSet;
  readonly split: SplitName | undefined;
  /** How many problems of each split to show. */
  readonly problems: number;
}

/** Writes what is known of a data set, what became of its broken rows, and some of its problems. Downloads nothing. */
export async function showData(request: ShowRequest, storage: DataStorage, output: Screen): Promise<void> {
  const { dataSet, split: only } = request;
  const lines = [...factLines(dataSet), placeLine(storage)];
  for (const [split, { rows }] of splitsOf(dataSet)) {
    if (only !== undefined && only !== split) continue;
    lines.push("");
    if (whereaboutsOf(dataSet, split, storage) === "absent") {
      lines.push(
        `${split}: ${plural(rows, "row")}, not here yet; \`errata data pull ${dataSet.name}\` downloads it`,
      );
      continue;
    }
    const loaded = await loadDataSet(dataSet, split, storage);
    lines.push(
      `${split}: ${plural(loaded.rows, "row")}, ${plural(loaded.problems.length, "problem")}`,
      ...ruleLines(loaded, output.columns()),
      ...loaded.problems
        .slice(0, request.problems)
        .flatMap((problem) => problemLines(problem, output.columns())),
    );
  }
  output.write(`${lines.join("\n")}\n`);
}

function factLines({ title, homepage, licence, source }: DataSet): string[] {
  const host = source.host === "github" ? "GitHub" : "Hugging Face";
  return [
    title,
    `  page     ${homepage}`,
    `  licence  ${licence}`,
    `  from     ${source.repository} on ${host}, revision ${source.revision.slice(0, 12)}`,
  ];
}

/** So many ids are shown of the rows that a rule reached. */
const shownIds = 20;

function ruleLines({ applied }: LoadedSplit, width: number): string[] {
  return applied
    .filter(({ ids }) => ids.length > 0)
    .flatMap(({ ids, action, reason }) => {
      const more = ids.length > shownIds ? `, and ${count(ids.length - shownIds)} more` : "";
      const idText = `${ids.slice(0, shownIds).join(", ")}${more}`;
      return [
        `  ${count(ids.length)} ${action}: ${reason}`,
        ...wrap(idText, width - 4).map((line) => `    ${line}`),
      ];
    });
}

/** Problems come from elsewhere: `wrap` also removes what a terminal would take for a command. */
function problemLines({ id, question, answer, skill, level }: Problem, width: number): string[] {
  const kind = [skill, level].filter((text) => text !== undefined).join(", ");
  return [
    "",
    `  ${id}${kind === "" ? "" : ` (${kind})`}`,
    ...question.split("\n").flatMap((line) => wrap(line, width - 4).map((text) => `  │ ${text}`)),
    ...wrap(answer, width - 4).map((text) => `  = ${text}`),
  ];
}
