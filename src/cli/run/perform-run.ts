import { loadGiven } from "../../config/given.ts";
import { leftOutOf } from "../../config/recipe-of.ts";
import type { Config } from "../../config/schema.ts";
import { dataStorage } from "../../datasets/storage/index.ts";
import { BudgetReachedError } from "../../engine/budget.ts";
import type { Given } from "../../engine/execute-run.ts";
import { claimRunFolder, type RunFolder } from "../../engine/run-folder.ts";
import type { RunStore } from "../../engine/run-store.ts";
import { openSqliteRunStore } from "../../engine/sqlite-run-store.ts";
import { ReviewNeededError } from "../../stages/review/index.ts";
import { pullMissing } from "../data/pull-missing.ts";
import type { Environment } from "../environment.ts";
import { type ExitCode, exitCode } from "../exit-code.ts";
import { finishRun } from "../finish-run.ts";
import { InterruptedError } from "../interruption.ts";
import { askForReview } from "../review/ask-for-review.ts";
import { reviewsOf } from "../review/reviews-of.ts";
import { batchLines } from "./batch-lines.ts";
import { changedKeys } from "./changed-keys.ts";
import { conservationTable } from "./conservation-table.ts";
import { executeWithProgress } from "./execute-with-progress.ts";
import { planOf } from "./plan-of.ts";
import { beginRunRecord, type RunRecord, readRunRecord, writeRunRecord } from "./run-record.ts";

export interface RunRequest {
  config: Config;
  /** Where the configuration's relative paths start. */
  configFolder: string;
  /** The run folder. */
  path: string;
  /** A person reviews the error types of every iteration. */
  review: boolean;
}

/** Runs a configuration in its folder, going on where an earlier run stopped, and shows what came out. */
export async function performRun(request: RunRequest, environment: Environment): Promise<ExitCode> {
  const storage = dataStorage(environment.variables);
  await pullMissing(request.config, storage, environment.errors);
  const given = await loadGiven(request.config, request.configFolder, storage, (sentence) =>
    environment.errors.write(`${sentence}\n`),
  );
  const leftOut = leftOutOf(request.config);
  if (leftOut !== null) environment.errors.write(`${leftOut}\n`);
  // Wrong settings are told before anything is written.
  planOf(request.config, given, { waitForPerson: request.review, decisions: new Map() });
  const { folder, release } = claimRunFolder(request.path);
  try {
    const store = openSqliteRunStore(folder.databaseFile);
    try {
      return await runWithReviews({ request, given, folder, store }, environment);
    } finally {
      store.close();
    }
  } finally {
    release();
  }
}

/** A run that this process has claimed. */
interface ClaimedRun {
  request: RunRequest;
  given: Given;
  folder: RunFolder;
  store: RunStore;
}

/** Runs, and goes on after every review that a person makes at the terminal. */
async function runWithReviews(run: ClaimedRun, environment: Environment): Promise<ExitCode> {
  for (;;) {
    try {
      await runOnce(run, environment);
      return exitCode.done;
    } catch (error) {
      if (error instanceof InterruptedError) return tellInterruption(run, environment);
      if (BudgetReachedError.isInstance(error)) return tellBudgetReached(error, run, environment);
      if (!(error instanceof ReviewNeededError)) throw error;
      const isReviewed = await askForReview(error, run, environment);
      if (!isReviewed) return exitCode.waitingForReview;
    }
  }
}

async function runOnce(run: ClaimedRun, environment: Environment): Promise<void> {
  const { request, given, folder, store } = run;
  const { config, configFolder, review } = request;
  const plan = planOf(config, given, {
    waitForPerson: review,
    decisions: reviewsOf(folder, store, config.iterations),
  });
  const services = await environment.createServices(config, configFolder, folder);
  const instant = environment.clock.instant();
  const earlier = readRunRecord(folder);
  const record = beginRunRecord(folder, earlier, { config, configFolder, services, instant });
  tellChanges(earlier, record, environment);
  writeRunRecord(folder, record);

  const { hasWorked } = await executeWithProgress(
    {
      plan,
      given,
      seed: config.seed,
      services,
      store,
      folder,
      prices: record.prices,
      budget: config.budget && { ...config.budget, prices: record.prices },
    },
    environment,
  );
  // A run that had nothing left to do finished when it finished.
  const finishedAt = (hasWorked ? null : earlier?.finishedAt) ?? environment.clock.instant();
  const finished = { ...record, finishedAt };
  writeRunRecord(folder, finished);
  finishRun({ store, folder, record: finished }, environment.output);
}

function tellChanges(earlier: RunRecord | null, record: RunRecord, { errors }: Environment): void {
  if (!earlier) return;
  const changes = [
    ...(earlier.errataVersion === record.errataVersion
      ? []
      : [`Errata itself (${earlier.errataVersion} → ${record.errataVersion})`]),
    ...changedKeys(settingsOf(earlier), settingsOf(record)),
    ...changedKeys(earlier.services, record.services).map((service) => `what stands behind ${service}`),
  ];
  if (changes.length === 0) return;
  errors.write(
    `Going on with a changed configuration, redoing what the changes reach: ${changes.join(", ")}.\n`,
  );
}

/** The configuration without where to end, what things cost and what may be paid: these change nothing that is made. */
function settingsOf({
  config: { until: _, prices: __, budget: ___, ...settings },
}: RunRecord): Omit<Config, "until" | "prices" | "budget"> {
  return settings;
}

function tellBudgetReached(
  { message, advice }: BudgetReachedError,
  { store }: ClaimedRun,
  { errors }: Environment,
): ExitCode {
  errors.write(`\n${conservationTable(store.steps()).join("\n")}\n\n${message} ${advice}\n`);
  return exitCode.budgetReached;
}

function tellInterruption({ store, folder, request }: ClaimedRun, { errors }: Environment): ExitCode {
  const lines = [
    "",
    ...conservationTable(store.steps()),
    "",
    `Interrupted. Everything that was finished is kept in ${request.path}; run the same command again to go on.`,
    ...batchLines(folder),
  ];
  errors.write(`${lines.join("\n")}\n`);
  return exitCode.interrupted;
}
