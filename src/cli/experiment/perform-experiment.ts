import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { RunStore } from "../../engine/run-store.ts";
import { openSqliteRunStore } from "../../engine/sqlite-run-store.ts";
import {
  type Cell,
  type CellOutcome,
  consoleText,
  type Experiment,
  type ExperimentResults,
  findAdapterIn,
  intervalDrawing,
  lossesCsv,
  readCellOutcome,
  resultsCsv,
  resultsMarkdown,
  resultsOf,
  shareResponses,
} from "../../experiment/index.ts";
import { plural } from "../../report/format.ts";
import type { Environment, Screen } from "../environment.ts";
import { type ExitCode, exitCode } from "../exit-code.ts";
import { withRun } from "../run/open-run.ts";
import { performRun } from "../run/perform-run.ts";

/**
 * Runs the cells of an experiment in its folder one after another, going on where an earlier process stopped, and shows
 * what came out. The results are written anew after every cell. A cell that does not come to its end ends the command with
 * the exit code of that run.
 */
export async function performExperiment(
  experiment: Experiment,
  path: string,
  environment: Environment,
): Promise<ExitCode> {
  mkdirSync(path, { recursive: true });
  const responses = openSqliteRunStore(join(path, "responses.sqlite"));
  try {
    adoptCells(responses, experiment.cells);
    return await runCells({ experiment, path, responses }, environment);
  } finally {
    responses.close();
  }
}

/** The cells stand in the shared store as the steps of a run: it counts which of them was first to make a call. */
function adoptCells(responses: RunStore, cells: readonly Cell[]): void {
  responses.adoptPlan(cells.map(({ id }) => ({ id, line: "cells", iteration: 0, stage: "cell", key: id })));
}

interface ExperimentUnderWay {
  experiment: Experiment;
  path: string;
  /** What any cell was answered. */
  responses: RunStore;
}

async function runCells(underWay: ExperimentUnderWay, environment: Environment): Promise<ExitCode> {
  const { experiment, path } = underWay;
  const { cells, name, variations } = experiment;
  const finished: CellOutcome[] = [];
  for (const [index, cell] of cells.entries()) {
    environment.errors.write(`\n${cell.id}: cell ${index + 1} of ${cells.length}\n`);
    const code = await runCell(cell, underWay, environment);
    if (code !== exitCode.done) return code;
    finished.push(await outcomeOf(cell, underWay, environment));
    const results = resultsOf({ name, variations, planned: cells.length }, finished);
    writeResults(results, path);
    if (finished.length === cells.length) tellEnd(consoleText(results), finished, path, environment);
  }
  return exitCode.done;
}

function writeResults(results: ExperimentResults, path: string): void {
  const drawing = intervalDrawing(results);
  const losses = lossesCsv(results.cells.finished);
  writeFileSync(join(path, "results.md"), resultsMarkdown(results));
  writeFileSync(join(path, "results.csv"), resultsCsv(results));
  if (losses !== null) writeFileSync(join(path, "losses.csv"), losses);
  if (drawing !== null) writeFileSync(join(path, "results.svg"), drawing);
}

/** The cell is a run like any other, whose own report is not shown. */
function runCell(
  { id, config }: Cell,
  { experiment, path, responses }: ExperimentUnderWay,
  environment: Environment,
): Promise<ExitCode> {
  responses.beginStep(id);
  return performRun(
    { config, configFolder: experiment.configFolder, path: join(path, id), review: false },
    {
      ...environment,
      output: silent(environment.output),
      createServices: async (...request) => ({
        ...shareResponses(await environment.createServices(...request), responses, id),
        findAdapter: findAdapterIn(experiment.cells.map((cell) => join(path, cell.id))),
      }),
    },
  );
}

const silent = (screen: Screen): Screen => ({ ...screen, write: () => {} });

function outcomeOf(
  cell: Cell,
  { path, responses }: ExperimentUnderWay,
  { workingFolder }: Environment,
): Promise<CellOutcome> {
  return withRun(join(path, cell.id), workingFolder, ({ store, record: { prices } }) =>
    readCellOutcome(cell, { store, prices }, responses.step(cell.id)?.calls.count ?? 0),
  );
}

function tellEnd(
  text: string,
  finished: readonly CellOutcome[],
  path: string,
  { output }: Pick<Environment, "output">,
): void {
  output.write(`${text}\n`);
  for (const { cell, unanswered } of finished) {
    if (unanswered === 0) continue;
    output.write(`${plural(unanswered, "item")} of ${cell.id} got no answer; the same command asks again.\n`);
  }
  output.write(`Results: ${join(path, "results.md")}\nTable: ${join(path, "results.csv")}\n`);
}
