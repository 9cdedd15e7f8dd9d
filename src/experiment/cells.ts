import { parseConfig } from "../config/load.ts";
import type { Config } from "../config/schema.ts";
import { ErrataError } from "../foundation/errors.ts";
import type { ExperimentFile } from "./experiment-file.ts";
import { layOver } from "./lay-over.ts";

/** One variation with one seed: a run of its own. */
export interface Cell {
  /** Name of its run and of its folder: `<variation>-<seed>`. */
  id: string;
  variation: string;
  seed: string;
  config: Config;
}

/**
 * Every variation with every seed, seed by seed: an experiment that is stopped early has compared all variations on the
 * seeds that it reached.
 *
 * @throws ErrataError where the configuration of a variation is not valid, or measures nothing
 */
export function cellsOf(
  { base, variations, seeds }: Pick<ExperimentFile, "base" | "variations" | "seeds">,
  file: string,
): Cell[] {
  const { out: _, ...common } = base;
  return seeds.flatMap((seed) =>
    Object.entries(variations).map(([variation, part]) => {
      const id = `${variation}-${seed}`;
      const place = `the variation "${variation}" of ${file}`;
      const config = parseConfig(layOver(common, { ...part, name: id, seed }), place);
      refuseUnmeasured(config, place);
      return { id, variation, seed, config };
    }),
  );
}

function refuseUnmeasured({ data }: Config, place: string): void {
  if (Object.keys(data.benchmarks).length > 0) return;
  throw new ErrataError(
    `The configuration in ${place} has no benchmarks, so that there is nothing to compare.`,
    {
      advice: "Name problems to measure on under `base: { data: { benchmarks: … } }`.",
    },
  );
}
