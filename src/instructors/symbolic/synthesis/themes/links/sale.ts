import { range } from "../../retell/value.ts";
import type { Link, Unit } from "../../retell/vocabulary.ts";
import { link, type Numbers } from "./link.ts";

/** What something sells for. */
export function sale(
  one: Unit,
  many: Unit,
  options: Numbers & { kinds?: readonly (readonly [string, string])[]; parts?: readonly string[] } = {},
): Link {
  const good = options.label ?? one.noun;
  return link(
    one,
    many,
    {
      both: [
        "{A} <sell> {c} for {r} each.",
        "{A} <sell> {c} at {r} apiece.",
        `{A} <sell> {c}, and each ${good.one} <bring/1> in {r}.`,
      ],
      rate: [
        "{A} <sell> all of {all} for {r} each.",
        "{A} <sell> each of {all} for {r}.",
        "{A} <get> {r} for each of {all}.",
      ],
      fact: [`${good.many} <cost/2> {r} each.`, `The price of one ${good.one} <be/1> {r}.`],
      count: ["{A} <sell> {c}."],
      join: ["{A} <sell> all of {all} at this price."],
      example: ["{c} of the same kind <cost/2> {x} together."],
      likewise: ["{A} <sell> {c} at this price."],
      kinds: options.kinds
        ? {
            adjectives: options.kinds,
            more: ["{A} <sell> {abase} for {r} and {aother} for {d}."],
            times: ["{A} <sell> {abase} for {r}, and {aother} <cost/1> {k} as much."],
          }
        : null,
      changes: {
        up: [`The usual price of {aone} <be/1> {r}, but {A} <raise> it by {d}.`],
        down: [
          `The usual price of {aone} <be/1> {r}, but {A} <lower> it by {d}.`,
          `{aone} normally <cost/1> {r}, but {A} <take> {d} off.`,
        ],
        upShare: [`The usual price of {aone} <be/1> {r}, but {A} <raise> it by {share}.`],
        downShare: [
          `The usual price of {aone} <be/1> {r}, but {A} <lower> it by {share}.`,
          `{aone} normally <cost/1> {r}, but {A} <give> a discount of {share}.`,
        ],
        count: ["{A} <sell> {c} at the new price."],
        join: ["{A} <sell> all of {all} at the new price."],
      },
    },
    {
      rates: [...range(2, 12), ...range(2, 9), 1.5, 2.5, 3.5, 4.5],
      counts: range(3, 40),
      afterwards: true,
      ...options,
    },
  );
}
