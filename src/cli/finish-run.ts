import { writeFileSync } from "node:fs";
import { basename } from "node:path";
import { stringify } from "yaml";
import { contaminationOf } from "../config/given.ts";
import { primaryScoreOf } from "../config/graders-of.ts";
import type { Config } from "../config/schema.ts";
import type { RunFolder } from "../engine/run-folder.ts";
import type { RunStore } from "../engine/run-store.ts";
import { collectReportData } from "../report/collect/index.ts";
import {
  buildSummary,
  type ReportData,
  type ReportedRun,
  renderConsole,
  renderHtml,
  summaryJson,
} from "../report/index.ts";
import type { Screen } from "./environment.ts";
import { notDoneLines } from "./run/conservation-table.ts";
import type { RunRecord } from "./run/run-record.ts";

/** Writes a run's report and summary from what is stored, and shows the figures and where they lie. */
export function finishRun(
  run: { store: RunStore; folder: RunFolder; record: RunRecord },
  output: Screen,
): void {
  const { store, folder } = run;
  const data = collectRun(run);
  const summary = buildSummary(data);
  writeFileSync(folder.reportFile, renderHtml(data));
  writeFileSync(folder.summaryFile, summaryJson(summary));
  output.write(`${renderConsole(summary, { colour: output.colour })}\n`);
  output.write(notDoneLines(store.steps()).join(""));
  output.write(`Report: ${folder.reportFile}\nSummary: ${folder.summaryFile}\n`);
}

/** Everything that is told of a run, read out of its store. */
export function collectRun({ store, record }: { store: RunStore; record: RunRecord }): ReportData {
  return collectReportData(store, reportedRun(record), {
    outOfDomain: record.config.data.outOfDomain,
    prices: record.prices,
    overlap: record.config.overlap,
  });
}

function reportedRun({ config, startedAt, finishedAt, errataVersion, services }: RunRecord): ReportedRun {
  return {
    name: config.name,
    recipe: config.recipe,
    seed: config.seed,
    configText: stringify(config),
    startedAt,
    finishedAt,
    errataVersion,
    targetModel: targetName(config.target),
    instructor: services.instructor ?? config.instructor.kind,
    primaryScore: primaryScoreOf(config),
    benchmarkGrader: services.benchmarkGrader ?? "",
    contamination: contaminationOf(config),
  };
}

/** The target as sentences name it; its full identity stands in `config.json`. */
function targetName(target: Config["target"]): string {
  if (target.kind === "replay") return `the model behind ${basename(target.file)}`;
  if (target.kind === "ai-sdk") return target.model.modelId;
  if (target.kind === "llama-cpp") return basename(target.model);
  if (target.kind !== "embedded") return target.model;
  if (target.directory !== undefined) return basename(target.directory);
  return target.pupil === "reflective" ? "the reflective pupil" : "the pupil";
}
