import Papa from "papaparse";
import type { CellOutcome } from "./cell-outcome.ts";

const columns = ["variation", "seed", "iteration", "curve", "step", "loss"] as const;

/**
 * The text of `losses.csv`: of every finished cell and iteration the loss of each optimiser step, counted from 1, on the
 * examples of that step (`training`), and that on dev problems after so many steps (`held-out`), where it was measured.
 * Null where nothing was trained.
 */
export function lossesCsv(finished: readonly CellOutcome[]): string | null {
  const rows = finished.flatMap(({ cell: { variation, seed }, iterations }) =>
    iterations.flatMap(({ iteration, training }) => {
      const { losses = [], heldOutLosses = [] } = training ?? {};
      const of = { variation, seed, iteration };
      return [
        ...losses.map((loss, index) => ({ ...of, curve: "training", step: index + 1, loss })),
        ...heldOutLosses.map(({ step, loss }) => ({ ...of, curve: "held-out", step, loss })),
      ];
    }),
  );
  return rows.length === 0 ? null : `${Papa.unparse(rows, { columns: [...columns], newline: "\n" })}\n`;
}
