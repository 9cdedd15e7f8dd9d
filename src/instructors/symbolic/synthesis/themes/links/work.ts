import { indefinite } from "../../language/noun.ts";
import { range } from "../../retell/value.ts";
import type { Link, Unit } from "../../retell/vocabulary.ts";
import { link, type Numbers } from "./link.ts";

/** What an hour of work pays. */
export function wage(hour: Unit, many: Unit): Link {
  return link(
    hour,
    many,
    {
      both: ["{A} <work> {c} for {r} an hour.", "{A} <earn> {r} an hour and <work> {c}."],
      rate: ["{A} <get> {r} for every hour.", "{A} <be> paid {r} an hour."],
      fact: ["The pay <be/1> {r} an hour."],
      count: ["{A} <work> {c}."],
      example: ["{A} <get> {x} for {c} of work."],
      likewise: ["{A} <get> the same hourly pay and <work> {c}."],
      reach: {
        tell: ["{A} <earn> {r} an hour."],
        rated: ["{A} <work> at this rate."],
        ask: ["How many hours <do> {A} have to work for {goal}?"],
        step: ["{A} <have> to work {calc}."],
      },
      changes: {
        up: [
          "The usual pay <be/1> {r} an hour, but on holidays it <be/1> {d} higher.",
          "{A} usually <earn> {r} an hour, but the night shift <pay/1> {d} more per hour.",
        ],
        down: ["A trained helper <earn/1> {r} an hour, and {A}, who <be> new, <get> {d} less per hour."],
        upShare: ["{A} usually <earn> {r} an hour, but the night shift <pay/1> {share} more per hour."],
        downShare: [
          "A trained helper <earn/1> {r} an hour, and {A}, who <be> new, <get> {share} less per hour.",
        ],
        count: ["{A} <work> {c} at this rate."],
        join: [],
      },
    },
    { rates: [...range(8, 25), 12.5, 15.5], counts: range(2, 10) },
  );
}

/** So many in every hour, day or week. */
export function pace(period: Unit, many: Unit, numbers: Numbers = {}): Link {
  const { one, many: periods } = period.noun;
  const per = indefinite(one);
  const same = many.kind === "money" ? "the same amount" : "the same number";
  return link(
    period,
    many,
    {
      both: [`{A} <obtain> {r} ${per} for {c}.`, `{A} <obtain> {r} every ${one} for {c}.`],
      rate: [`{A} <obtain> {r} in each ${one}.`, `{A} <obtain> {r} every ${one}.`],
      // "She practices for minutes at the same pace" is no English.
      example: many.kind === "time" ? [] : ["{A} <obtain> {x} in {c}."],
      likewise: ["{A} <obtain> {things} at the same pace for {c}."],
      reach: {
        tell: [`{A} <can> <obtain/base> {r} ${per}.`, `{A} <obtain> {r} every ${one}.`],
        rated: ["{A} <work> at the same pace."],
        ask: [`How many ${periods} <do> {A} need for {goal}?`],
        step: ["{A} <need> {calc}."],
      },
      schedule: {
        tell: [`{A} <have> {c} for {goal} and <want> to <obtain/base> ${same} every ${one}.`],
        rated: [],
        ask: [`{howMany} <do> {A} have to <obtain/base> each ${one}?`],
        step: [`{A} <have> to <obtain/base> {calc} each ${one}.`],
      },
    },
    numbers,
  );
}
