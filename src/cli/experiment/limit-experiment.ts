import type { Experiment } from "../../experiment/index.ts";
import { limitConfig } from "../run/limit-config.ts";

/** The same experiment at a small size, in a folder of its own. */
export function limitExperiment(experiment: Experiment, limit: number): Experiment {
  return {
    ...experiment,
    name: `${experiment.name}-limit-${limit}`,
    cells: experiment.cells.map((cell) => ({
      ...cell,
      config: { ...limitConfig(cell.config, limit), name: cell.id },
    })),
  };
}
