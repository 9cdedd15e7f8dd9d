import { basename } from "node:path";
import type { Config, ProblemSource } from "../../../config/schema.ts";
import { type DataSet, dataSets } from "../../../datasets/registry/index.ts";
import { markdownTable } from "../../../report/markdown.ts";

type Data = Config["data"];

/** Every source that a configuration names, with what it is read for. */
function sourcesOf(data: Data): { use: string; source: ProblemSource }[] {
  const uses: [string, readonly ProblemSource[]][] = [
    ["seeds", data.seeds],
    ["dev set of the selection", data.dev],
    ...Object.entries(data.benchmarks).map(([name, sources]): [string, readonly ProblemSource[]] => [
      `benchmark ${name}`,
      sources,
    ]),
  ];
  return uses.flatMap(([use, sources]) => sources.map((source) => ({ use, source })));
}

/** Where the problems of a run come from, as a table. Files of this machine are named without their folders. */
export function dataSourcesTable(data: Data): string {
  return markdownTable(
    ["for", "source", "split", "licence"],
    sourcesOf(data).map(({ use, source }) => [use, ...describe(source)]),
  );
}

function describe(source: ProblemSource): [source: string, split: string, licence: string] {
  if ("wordProblems" in source) return ["Errata's generator of word problems", source.wordProblems, ""];
  if ("file" in source) return [`a file, ${basename(source.file)}`, source.split, ""];
  const { title, homepage, licence }: DataSet = dataSets[source.dataset];
  return [`[${title}](${homepage})`, source.split ?? "the only one", licence];
}

/** Names on the hub of the data sets that the run learnt from. */
export function hubDataSets({ seeds }: Data): string[] {
  const names = seeds.flatMap((source) => {
    if (!("dataset" in source)) return [];
    const { host, repository }: DataSet["source"] = dataSets[source.dataset].source;
    return host === "hugging-face" ? [repository] : [];
  });
  return [...new Set(names)];
}
