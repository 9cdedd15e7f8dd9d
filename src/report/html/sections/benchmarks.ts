import type { ScoreName } from "../../../domain/evaluation.ts";
import { count } from "../../format.ts";
import { type ScoreRow, scoreRows, shareWithInterval } from "../../score-words.ts";
import { type GroupScores, scoreNamesOf } from "../../summary/score-sheet.ts";
import type { ModelScores } from "../../summary/summary.ts";
import { type Html, html } from "../html.ts";
import { dataTable, section } from "../section.ts";
import { benchmarkTitle, methodOf, type ReportView } from "./view.ts";

const meanings: Record<ScoreName, string> = {
  errata: "Errata’s own rule",
  paper: "the rule of the reproduced paper",
  own: "the grader of the configuration",
};

/** Every benchmark by every score, before and after; subjects and levels beneath. */
export function benchmarksSection(view: ReportView): Html | null {
  const models = shownModels(view);
  const [first] = models;
  if (!first) return null;
  const names = scoreNamesOf(first);
  const { primaryScore, benchmarkGrader } = view.data.run;
  return section("benchmarks", "Benchmarks by every score", [
    html`<p>Each text is scored as it is stored, by several rules: ${names
      .map((name) => `${name} is ${meanings[name]}`)
      .join(
        ", ",
      )}. The other figures on this page count by ${primaryScore}. <span class="soft">${benchmarkGrader}</span></p>`,
    models.map((model) => modelTable(view, model, names)),
    groupDetails(view, models, names),
  ]);
}

/** The base model, and the method after its last iteration. */
function shownModels(view: ReportView): ModelScores[] {
  const { scores } = view.summary;
  const method = methodOf(view);
  const base = scores.find(({ armId }) => armId === null);
  const last = scores.findLast(({ armId }) => armId !== null && armId === method?.id);
  return [base, last].filter((model) => model !== undefined);
}

const modelTitle = (view: ReportView, { armId, iteration }: ModelScores): string =>
  armId === null ? "Base model" : `${methodOf(view)?.title}, after iteration ${iteration}`;

function modelTable(view: ReportView, model: ModelScores, names: readonly ScoreName[]): Html {
  const rows = scoreRows(model, {
    titleOf: (id) => benchmarkTitle(view, id),
    averagesOver: ({ over, benchmarks }) => over === "all" || benchmarks > 1,
  });
  const cells = ({ name, n, share, others, meanLength }: ScoreRow) => [
    name,
    n === null ? "" : count(n),
    ...names.map((score) => shareWithInterval(share(score))),
    others,
    meanLength === null ? "" : count(meanLength),
  ];
  return dataTable(
    modelTitle(view, model),
    [
      { title: "Benchmark" },
      { title: "n", numeric: true },
      ...scoreColumns(names),
      { title: "Neither right nor wrong" },
      { title: "Mean length of an answer, in characters", numeric: true },
    ],
    rows.map(cells),
  );
}

const scoreColumns = (names: readonly ScoreName[], suffix = "") =>
  names.map((name) => ({ title: `${name}${suffix}`, numeric: true }));

/** A table for each benchmark that has subjects or levels, the models side by side. */
function groupDetails(view: ReportView, models: readonly ModelScores[], names: readonly ScoreName[]): Html[] {
  return models[0]!.benchmarks.flatMap(({ benchmarkId }) =>
    (["subjects", "levels"] as const).flatMap((kind) => {
      const groupsOf = (model: ModelScores) =>
        model.benchmarks.find((benchmark) => benchmark.benchmarkId === benchmarkId)?.[kind] ?? [];
      if (groupsOf(models[0]!).length < 2) return [];
      const title = `${benchmarkTitle(view, benchmarkId)} by ${kind === "subjects" ? "subject" : "level"}`;
      return [
        html`<details><summary>${title}</summary>${groupTable(title, models.map(groupsOf), names)}</details>
`,
      ];
    }),
  );
}

function groupTable(title: string, models: readonly GroupScores[][], names: readonly ScoreName[]): Html {
  const [first = [], ...later] = models;
  const suffixes = later.length === 0 ? [""] : [", before", ", after"];
  return dataTable(
    title,
    [
      { title: "" },
      { title: "n", numeric: true },
      ...suffixes.flatMap((suffix) => scoreColumns(names, suffix)),
    ],
    first.map(({ name, n }) => [
      name,
      count(n),
      ...models.flatMap((groups) => {
        const group = groups.find((candidate) => candidate.name === name);
        return names.map((score) => shareWithInterval(group?.scores[score]));
      }),
    ]),
  );
}
