/** Maps values to pixels along one axis, with round tick values inside its ends. */
export interface Scale {
  (value: number): number;
  readonly ticks: readonly number[];
  readonly pixels: readonly [number, number];
}

/** A linear axis from the first to the last of `values`, whose ends map to `pixels`. */
export function linearScale(
  [low, high]: readonly [number, number],
  pixels: readonly [number, number],
  tickCount: number,
): Scale {
  const span = high - low || 1;
  const position = (value: number) => round(pixels[0] + ((value - low) / span) * (pixels[1] - pixels[0]));
  return Object.assign(position, { ticks: ticksBetween(low, high, tickCount), pixels });
}

/** The smallest range of round numbers that holds all values. */
export function roundRange(values: readonly number[], tickCount: number): [number, number] {
  const low = Math.min(...values);
  const high = Math.max(...values);
  const step = roundStep((high - low || Math.abs(high) || 1) / tickCount);
  return [Math.floor(low / step + tolerance) * step, Math.ceil(high / step - tolerance) * step];
}

/** Pixels to a tenth: enough for print, and short in the file. */
export const round = (pixel: number): number => Math.round(pixel * 10) / 10;

/** Keeps a tick that misses the end of the axis by rounding alone. */
const tolerance = 1e-9;

function ticksBetween(low: number, high: number, tickCount: number): number[] {
  const step = roundStep((high - low || 1) / tickCount);
  const first = Math.ceil(low / step - tolerance);
  const last = Math.floor(high / step + tolerance);
  return Array.from({ length: last - first + 1 }, (_, index) =>
    Number(((first + index) * step).toPrecision(12)),
  );
}

/** The smallest of 1, 2, 2.5 and 5 times a power of ten that is not below `size`. */
function roundStep(size: number): number {
  const power = 10 ** Math.floor(Math.log10(size));
  const factor = [1, 2, 2.5, 5, 10].find((candidate) => candidate * power >= size * (1 - tolerance)) ?? 10;
  return factor * power;
}
