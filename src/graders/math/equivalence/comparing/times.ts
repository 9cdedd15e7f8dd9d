import type { Node } from "../syntax/node.ts";
import { different, same, type Verdict } from "./verdict.ts";

interface Time {
  /** Hours, minutes and seconds as written; what is not written is 0. */
  readonly parts: readonly number[];
  readonly half: "am" | "pm" | null;
}

/**
 * Compares two times of day of which at least one names its half of the day: 3:30 p.m. is 15:30, and 3:30 where the
 * half is left out. null: they are no such times.
 */
export function compareTimes(a: Node, b: Node): Verdict | null {
  const [x, y] = [timeOf(a), timeOf(b)];
  if (!x || !y || (!x.half && !y.half)) return null;
  const isSame = secondsOf(x, y.half).some((seconds) => secondsOf(y, x.half).includes(seconds));
  return isSame ? same("the same time of day") : different("different times of day");
}

function timeOf(node: Node): Time | null {
  if (node.kind === "quantity") {
    const half = node.unit.toLowerCase();
    const time = half === "am" || half === "pm" ? timeOf(node.operand) : null;
    return time && { ...time, half: half as "am" | "pm" };
  }
  const parts = node.kind === "ratio" && node.isClock ? node.parts : [node];
  const numbers = parts.map((part) => (part.kind === "number" ? Number(part.value.numerator) : Number.NaN));
  return numbers.every((value) => value >= 0 && value < 60) ? { parts: numbers, half: null } : null;
}

/** Seconds since midnight; a time that does not name its half may lie in that of the other one. */
function secondsOf({ parts, half }: Time, otherHalf: Time["half"]): readonly number[] {
  const [hours = 0, minutes = 0, seconds = 0] = parts;
  const at = (hour: number) => hour * 3600 + minutes * 60 + seconds;
  const inHalf = (named: Time["half"]) => at((hours % 12) + (named === "pm" ? 12 : 0));
  if (half) return [hours > 12 ? at(hours) : inHalf(half)];
  return hours >= 1 && hours <= 12 ? [at(hours), inHalf(otherHalf)] : [at(hours)];
}
