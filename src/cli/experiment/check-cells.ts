import { givesDialogues } from "../../config/recipe-of.ts";
import type { Config } from "../../config/schema.ts";
import type { Given } from "../../engine/execute-run.ts";
import type { Experiment } from "../../experiment/index.ts";
import { ErrataError } from "../../foundation/errors.ts";
import { planOf } from "../run/plan-of.ts";

/**
 * Finds wrong settings of every variation before anything is run.
 *
 * @throws ErrataError that names the variation
 */
export function checkCells({ cells, seeds }: Pick<Experiment, "cells" | "seeds">): void {
  for (const { variation, config } of cells.filter(({ seed }) => seed === seeds[0])) {
    try {
      planOf(config, kindsOfGiven(config), { waitForPerson: false, decisions: new Map() });
    } catch (cause) {
      if (!ErrataError.isInstance(cause)) throw cause;
      throw new ErrataError(`The variation "${variation}" cannot be run. ${cause.message}`, {
        ...(cause.advice === undefined ? {} : { advice: cause.advice }),
        cause,
      });
    }
  }
}

/** What a configuration gives, without reading it: a plan depends on its kinds alone. */
function kindsOfGiven({ data }: Config): Given {
  return {
    seedProblems: [],
    ...(data.dev.length > 0 ? { devProblems: [] } : {}),
    benchmarkProblems: [],
    ...(givesDialogues(data) ? { dialogues: [] } : {}),
    novelFromProblems: [],
  };
}
