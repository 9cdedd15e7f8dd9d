import { count, percent, percentRange } from "../report/format.ts";
import type { IterationScore } from "./iteration-scores.ts";
import type { LossCurve } from "./loss-curves.ts";
import { left, right, type TextTable } from "./tables.ts";

/** Accuracy, what is mended and what is broken, iteration by iteration. */
export function iterationTable(scores: readonly IterationScore[]): TextTable {
  return {
    columns: [
      ...[
        left("problems"),
        left("variation"),
        right("iteration"),
        right("seeds"),
        right("n"),
        right("after"),
      ],
      ...[right("95%"), right("fixed"), right("95%"), right("broken"), right("95%")],
    ],
    rows: scores.map(({ benchmark, variation, iteration, seeds, problems, after, fixed, broken }) => [
      ...[benchmark ?? "seed problems", variation, count(iteration), count(seeds), count(problems)],
      ...[after, fixed, broken].flatMap((share) =>
        share ? [percent(share.value), percentRange(share.interval)] : ["", ""],
      ),
    ]),
  };
}

/** Every curve in a row, all of them on one scale of logarithms. */
export function lossTable(curves: readonly LossCurve[]): TextTable {
  const all = curves.flatMap(({ training, heldOut }) => [...training, ...heldOut]).map(heightOf);
  const draw = (values: readonly number[]) =>
    drawCurve(values.map(heightOf), Math.min(...all), Math.max(...all));
  return {
    columns: [
      ...[left("variation"), right("iteration"), right("seeds"), right("examples")],
      ...[right("training, first epoch"), right("last"), left("curve")],
      ...[right("held out, before"), right("lowest"), right("end"), left("curve")],
    ],
    rows: curves.map(({ variation, iteration, seeds, examples, training, heldOut }) => [
      ...[variation, count(iteration), count(seeds), count(Math.round(examples))],
      ...[lossText(training.at(0)), lossText(training.at(-1)), draw(training)],
      ...[lossText(heldOut.at(0)), lossText(Math.min(...heldOut)), lossText(heldOut.at(-1)), draw(heldOut)],
    ]),
  };
}

const lossText = (loss: number | undefined): string => loss?.toFixed(3) ?? "";

/** Losses fall by factors; one of nothing, of which there is no logarithm, counts as a thousandth. */
const heightOf = (loss: number): number => Math.log(Math.max(loss, 0.001));

const levels = "▁▂▃▄▅▆▇█";

/** A character for every height between the lowest and the highest. */
function drawCurve(heights: readonly number[], lowest: number, highest: number): string {
  const step = (highest - lowest) / levels.length || 1;
  return heights
    .map((height) => levels[Math.min(levels.length - 1, Math.floor((height - lowest) / step))])
    .join("");
}
