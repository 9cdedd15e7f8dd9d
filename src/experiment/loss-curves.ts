import { mean } from "../foundation/statistics.ts";
import type { CellOutcome } from "./cell-outcome.ts";

/** How the losses of an iteration's training fell, as means over the finished seeds of a variation. */
export interface LossCurve {
  variation: string;
  iteration: number;
  seeds: number;
  /** Trained on, on average. */
  examples: number;
  /** Of every epoch, on what is trained on while it is learned. */
  training: number[];
  /** Before the first step and after every epoch, on what is not trained on. */
  heldOut: number[];
}

/** The curve of every variation and iteration whose trainings measured a held-out loss, after which the epochs are told apart. */
export function lossCurves(finished: readonly CellOutcome[]): LossCurve[] {
  const trained = finished.flatMap(({ cell: { variation }, iterations }) =>
    iterations.flatMap(({ iteration, training }) =>
      training?.heldOutLosses ? [{ variation, iteration, ...training, heldOut: training.heldOutLosses }] : [],
    ),
  );
  const groups = Map.groupBy(trained, ({ variation, iteration }) => `${variation}/${iteration}`);
  return [...groups.values()].map((ofSeeds) => {
    const { variation, iteration } = ofSeeds[0]!;
    return {
      variation,
      iteration,
      seeds: ofSeeds.length,
      examples: mean(ofSeeds.map(({ examples }) => examples)),
      training: meanCurve(ofSeeds.map(({ losses, heldOut }) => lossOfEpochs(losses, heldOut))),
      heldOut: meanCurve(ofSeeds.map(({ heldOut }) => heldOut.map(({ loss }) => loss))),
    };
  });
}

function lossOfEpochs(losses: readonly number[], ends: readonly { step: number }[]): number[] {
  return ends.slice(1).map(({ step }, index) => mean(losses.slice(ends[index]!.step, step)));
}

/** The mean at every place that all of them reach. */
function meanCurve(curves: readonly (readonly number[])[]): number[] {
  const length = Math.min(...curves.map((curve) => curve.length));
  return Array.from({ length }, (_, place) => mean(curves.map((curve) => curve[place]!)));
}
