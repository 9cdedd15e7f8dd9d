import { type Rational, rational } from "../../../../mathematics/rational.ts";
import type { Value } from "./value.ts";

/** A choice of values for all symbols and unknown functions. */
export interface Point {
  /** The value of a symbol, or of an unknown function at exact arguments. */
  valueAt(name: string, operands: readonly Rational[]): Value;
  /** The same point with one symbol bound to a value. */
  with(name: string, value: Value): Point;
}

type Range = (seed: number) => Rational;

const positive: Range = (seed) => rational(1 + (seed % 97), [13, 11, 17][seed % 3]!);
const integer: Range = (seed) => rational(2 + (seed % 7));
const signed: Range = (seed) =>
  rational(seed % 2 === 0 ? -1 - (seed % 89) : 1 + (seed % 89), [19, 7, 23][seed % 3]!);
const fraction: Range = (seed) => rational(1 + (seed % 100), 102);
const negative: Range = (seed) => rational(-1 - (seed % 83), [9, 14, 25][seed % 3]!);
const large: Range = (seed) => rational(20 + (seed % 61), 3);

/**
 * The ranges that the points are taken from, in the order in which they are tried: between them lie points where a
 * square root, a logarithm, an arcsine, a factorial or (-1)^n is defined, and where √(x²) is not x.
 */
const ranges: readonly Range[] = [
  positive, signed, integer, negative, fraction, integer, signed, positive, large, fraction, integer, negative, positive, signed,
  fraction,
]; // biome-ignore format: few rows

/** Points for two expressions that are to be compared; the same names have the same values in both. */
export const samplePoints: readonly Point[] = ranges.map((range, index) => pointOf(range, index, new Map()));

function pointOf(range: Range, index: number, bound: ReadonlyMap<string, Value>): Point {
  return {
    valueAt(name, operands) {
      const given = operands.length === 0 ? bound.get(name) : undefined;
      if (given) return given;
      return range(
        hash(`${index} ${name} ${operands.map((value) => `${value.numerator}/${value.denominator}`)}`),
      );
    },
    with: (name, value) => pointOf(range, index, new Map(bound).set(name, value)),
  };
}

/** FNV-1a, so that points are the same in every run. */
function hash(text: string): number {
  let state = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) state = Math.imul(state ^ text.charCodeAt(at), 0x01000193) >>> 0;
  return (state ^ (state >>> 13)) >>> 0;
}
