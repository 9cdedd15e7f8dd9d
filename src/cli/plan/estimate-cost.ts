import { billedName, modelPrices } from "../../config/model-prices.ts";
import { dataStorage } from "../../datasets/storage/index.ts";
import type { RunServices } from "../../engine/execute-run.ts";
import {
  assumedRates,
  type Bound,
  type CallMaterial,
  estimateRun,
  modelOfInstructor,
  type Sample,
  type StepEstimate,
  standingOf,
  unknownProblem,
} from "../../engine/forecast/index.ts";
import { runFolderAt } from "../../engine/run-folder.ts";
import { proportion } from "../../foundation/statistics.ts";
import { costOf, type ModelPrices } from "../../models/prices/index.ts";
import type { Rates } from "../../stages/forecast.ts";
import type { Environment } from "../environment.ts";
import type { RunRequest } from "../run/perform-run.ts";
import { planOf } from "../run/plan-of.ts";
import { readRunRecord } from "../run/run-record.ts";
import { type CountedProblems, countProblems } from "./count-problems.ts";
import { type RunSample, randomProblems, sampleRun } from "./sample-run.ts";
import { withRunStore } from "./with-run-store.ts";

/** What a run will cost, and what that is founded on. */
export interface CostEstimate {
  steps: StepEstimate[];
  rates: Readonly<Record<Bound, Rates>>;
  /** Null where nothing was asked. */
  sample: Sample | null;
  problems: CountedProblems;
  prices: ModelPrices;
  /** In US dollars, for what is stored already, the sample included; null where a price is not known. */
  paid: number | null;
}

/**
 * Estimates what a run will cost. With `sampleSize` above 0 the target is asked about so many seed problems, and the
 * instructor about the wrong answers: what they say is stored in the run's folder, and the run does not ask again.
 */
export async function estimateCost(
  request: Omit<RunRequest, "review">,
  sampleSize: number,
  environment: Environment,
): Promise<CostEstimate> {
  const { config, configFolder } = request;
  const problems = await countProblems(config, configFolder, dataStorage(environment.variables));
  const services = await environment.createServices(config, configFolder);
  try {
    return await estimateWith({ request, problems, services, sampleSize }, environment);
  } finally {
    await services.server.close();
    await services.instructor.close?.();
  }
}

interface Estimation {
  request: Omit<RunRequest, "review">;
  problems: CountedProblems;
  services: RunServices;
  sampleSize: number;
}

async function estimateWith(
  { request, problems, services, sampleSize }: Estimation,
  environment: Environment,
): Promise<CostEstimate> {
  const { config, path } = request;
  const { given, counts, absent } = problems;
  const folder = runFolderAt(path);
  const plan = planOf(config, given, { waitForPerson: false, decisions: new Map() });
  const earlier = readRunRecord(folder)?.prices;
  const prices = modelPrices(config, {
    ...(earlier ? { earlier } : {}),
    instant: environment.clock.instant(),
  });
  const sampled = randomProblems(given.seedProblems ?? [], sampleSize, config.seed);
  return withRunStore(path, sampled.length > 0 ? "write" : "read", async (store) => {
    const taken =
      store && sampled.length > 0
        ? await sampleRun(
            plan,
            {
              problems: sampled,
              services,
              store,
              folder,
              budget: config.budget && { ...config.budget, prices },
            },
            environment,
          )
        : null;
    const sample = taken?.sample ?? null;
    const rates = ratesBy(sample);
    // Without all of the data nobody can tell whether what is stored is of this configuration.
    const run = absent.length === 0 ? { plan, given, services, seed: config.seed } : null;
    const steps = await estimateRun({
      plan,
      given: counts,
      rates,
      material: materialOf(problems, services, sample, config.seed),
      models: {
        target: billedName(config, services.server.baseId),
        instructor: billedName(config, modelOfInstructor(services.instructor) ?? ""),
      },
      prices,
      standing: standingOf(store, run, taken?.calls),
    });
    return { steps, rates, sample, problems, prices, paid: store ? costOf(store.usage(), prices) : 0 };
  });
}

/** The share of wrong answers as it was measured; what only a whole run shows is assumed. */
function ratesBy(sample: Sample | null): Record<Bound, Rates> {
  if (!sample) return assumedRates;
  const { value, interval } = proportion(sample.bad, sample.attempted);
  return {
    low: { ...assumedRates.low, wrongAnswers: interval.low },
    expected: { ...assumedRates.expected, wrongAnswers: value },
    high: { ...assumedRates.high, wrongAnswers: interval.high },
  };
}

/** Problems whose mean length is taken for that of all. */
const typicalProblems = 100;

function materialOf(
  { given }: CountedProblems,
  { template, instructor }: RunServices,
  sample: Sample | null,
  seed: string,
): CallMaterial {
  const problems = randomProblems(given.seedProblems ?? [], typicalProblems, seed);
  // A server that tells no tokens measures nothing.
  const told = (calls: RunSample["sample"]["attempt"] | undefined) =>
    calls && calls.inputTokens > 0 ? calls : null;
  return {
    problems: problems.length > 0 ? problems : [unknownProblem],
    template,
    instructor,
    measured: { attempt: told(sample?.attempt), diagnose: told(sample?.diagnose) },
  };
}
