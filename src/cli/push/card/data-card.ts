import type { Selection } from "../../../exports/index.ts";
import { count } from "../../../report/format.ts";
import { markdownTable } from "../../../report/markdown.ts";
import { hubDataSets } from "./data-sources.ts";
import { frontMatter } from "./front-matter.ts";
import { section } from "./markdown.ts";
import {
  type CardFacts,
  contaminationSection,
  countsSection,
  dataSection,
  errorTypesSection,
  howItWorked,
} from "./run-facts.ts";

export interface DataCardFacts extends CardFacts {
  /** Of the repository. */
  name: string;
  what: Selection;
  rows: number;
  /** In the repository. */
  file: string;
  license: string | undefined;
}

const contents: Readonly<Record<Selection, string>> = {
  training: "what the method selected, as it was trained on",
  synthetic: "every synthetic problem, selected or not",
  all: "every synthetic problem, and what the controls trained on",
};

/** The card of training data: metadata by the hub's names, then what the columns hold and how the rows were made. */
export function dataCard(facts: DataCardFacts): string {
  const { summary, record, name, what, rows, file, license } = facts;
  const metadata = {
    license,
    task_categories: ["text-generation"],
    size_categories: [sizeCategory(rows)],
    source_datasets: hubDataSets(record.config.data),
    tags: ["errata", summary.run.recipe, "synthetic"],
    configs: [{ config_name: "default", data_files: [{ split: "train", path: file }] }],
  };
  const sections = [
    `# ${name}`,
    `${count(rows)} worked problems: ${contents[what]}. They were written for the mistakes of ${summary.run.targetModel}. ${howItWorked(facts)}`,
    ...contaminationSection(facts),
    ...section("Columns", columns),
    ...dataSection(facts),
    ...errorTypesSection(facts),
    ...countsSection(facts),
  ];
  return `${frontMatter(metadata)}\n${sections.join("\n\n")}\n`;
}

const columns = markdownTable(
  ["column", "content"],
  [
    ["`question`, `solution`", "the problem and its worked solution"],
    ["`prompt`, `completion`", "the texts that a trainer takes; the loss is taken on the completion alone"],
    ["`recipe`, `iteration`, `error_type_id`", "what made the row, when, and for which error type"],
    ["`sources`", "ids of the problem and of what it was made from"],
    ["`selected`", "whether the run trained on it"],
  ],
);

/** The hub's classes of size. */
function sizeCategory(rows: number): string {
  const bounds: [number, string][] = [
    [1e3, "n<1K"],
    [1e4, "1K<n<10K"],
    [1e5, "10K<n<100K"],
    [1e6, "100K<n<1M"],
  ];
  return bounds.find(([bound]) => rows < bound)?.[1] ?? "1M<n<10M";
}
