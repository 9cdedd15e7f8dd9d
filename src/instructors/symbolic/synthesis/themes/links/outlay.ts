import type { Exchange, Link, Template, Unit } from "../../retell/vocabulary.ts";
import { link, type Numbers } from "./link.ts";

/** Something given away or delivered, so many for each. Takes from `many`. */
export function outlay(
  one: Unit,
  many: Unit,
  both: readonly Template[],
  step: readonly Template[],
  numbers: Numbers = {},
): Link {
  return { ...link(one, many, { both, step }, numbers), direction: "out" };
}

/** Something bought, so many for so much each. Takes from the money. */
export function purchase(good: Unit, money: Unit, both: readonly Template[], numbers: Numbers = {}): Link {
  const pack: Exchange = {
    tell: [
      "{A} <spend> all of {all} on {ones} that <cost/2> {r} each.",
      "{A} <use> all of {all} to buy {ones} for {r} each.",
    ],
    rated: [],
    ask: ["How many {ones} <do> {A} buy?"],
    step: ["{A} <buy> {calc}."],
  };
  return { ...link(good, money, { both, step: ["{A} <spend> {calc}."], pack }, numbers), direction: "out" };
}
