import { indefinite, type Noun } from "../language/noun.ts";
import { range } from "../retell/value.ts";
import type { Exchange, Link, LinkText, Template, Unit } from "../retell/vocabulary.ts";

const noText: LinkText = {
  both: [],
  rate: [],
  fact: [],
  count: [],
  join: [],
  wanted: [],
  example: [],
  likewise: [],
  pack: null,
  reach: null,
  spread: null,
  schedule: null,
  kinds: null,
  changes: null,
  parts: null,
  rows: [],
  ask: [],
  step: [],
};

interface Numbers {
  readonly rates?: readonly number[];
  readonly counts?: readonly number[];
  /** Whether it may concern what is left of the `one`s, or a part of them. */
  readonly afterwards?: boolean;
  /** What `one` is called in this link: "crate of apples". */
  readonly label?: Noun;
}

/** A link with texts of its own. */
export function link(
  one: Unit,
  many: Unit,
  text: Partial<LinkText>,
  { rates = range(4, 24), counts = range(2, 12), label = one.noun, afterwards = false }: Numbers = {},
): Link {
  return {
    one,
    many,
    label,
    lasting: one.lasting,
    afterwards,
    direction: "in",
    rates,
    counts,
    text: { ...noText, ...text },
  };
}

interface Containing extends Numbers {
  /** Verb of the container: "hold". */
  readonly hold: string;
  /** Verb of the agent for several containers: "fill". */
  readonly fill: string;
  /** Verb of the agent for the content: "put". */
  readonly put: string;
  readonly preposition: "in" | "on" | "into" | "onto";
  readonly kinds?: readonly (readonly [string, string])[];
  /** Whether the content is only packed, having come about elsewhere: no amount is told by its containers. */
  readonly packOnly?: boolean;
  /** Whether an amount that was told may be put into containers. */
  readonly packing?: boolean;
}

/** Containers and what is in them: apples in crates, books on shelves. */
export function containers(one: Unit, many: Unit, options: Containing): Link {
  const { hold, fill, put, preposition } = options;
  const { noun: container } = one;
  const at = preposition.replace(/to$/, "");
  const kinds = options.kinds ?? [["small", "large"]];
  const filling: Partial<LinkText> = {
    both: [
      `{A} <${fill}> {c} with {r} each.`,
      `{A} <${fill}> {c}, each with {r}.`,
      `{A} <${fill}> {c}, and every ${container.one} <${hold}/1> {r}.`,
      `{A} <${put}> {r} ${preposition} each of {c}.`,
    ],
    rate: [`Each of {all} <${hold}/1> {r}.`, `{A} <${put}> {r} ${preposition} each of {all}.`],
    fact: [`Each {one} <${hold}/1> {r}.`, `Every {one} <${hold}/1> exactly {r}.`],
    count: [`{A} <${fill}> {c}.`],
    wanted: [
      `{A} <want> to ${fill} {c} with {r} each.`,
      `{A} <plan> to ${put} {r} ${preposition} each of {c}.`,
    ],
    example: [`{c} of the same size <${hold}/2> {x} in all.`],
    likewise: [`{A} <${fill}> {c} of this size.`],
    kinds:
      kinds.length === 0
        ? null
        : {
            adjectives: kinds,
            more: [
              `{abase} <${hold}/1> {r}, and {aother} <${hold}/1> {d}.`,
              `While {abase} <${hold}/1> {r}, {aother} <${hold}/1> {d}.`,
            ],
            times: [
              `{abase} <${hold}/1> {r}, and {aother} <${hold}/1> {k} as many.`,
              `While {abase} <${hold}/1> {r}, {aother} <${hold}/1> {k} as many.`,
            ],
          },
  };
  const packing: Partial<LinkText> = {
    pack: {
      tell: [
        `{A} <${put}> all of {all} ${preposition} ${container.many}, {r} ${at} each.`,
        `All of {all} <go/2> ${preposition} ${container.many}, with {r} ${at} every ${container.one}.`,
      ],
      rated: [`{A} <${put}> all of {all} ${preposition} {such}.`],
      ask: ["How many {ones} <do> {A} fill?", "How many {ones} <be/2> needed for this?"],
      step: [`{A} <fill> {calc}.`],
    },
    spread: {
      tell: [
        `{A} <spread> all of {all} evenly over {c}.`,
        `{A} <put> all of {all} ${preposition} {c}, the same number ${at} each.`,
      ],
      rated: [],
      ask: [`How many {units} <be/2> ${at} each {one}?`, `How many {units} <do/1> each {one} ${hold}?`],
      step: [`Each {one} <hold/1> {calc}.`],
      taken: {
        tell: ["Then {A} <sell> {c}.", "{A} <sell> {c} right away."],
        ask: ["{howMany} <do> {A} sell?"],
        step: ["{A} <sell> {calc}."],
      },
    },
  };
  const text = options.packing === false ? filling : options.packOnly ? packing : { ...filling, ...packing };
  return link(one, many, text, options);
}

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
        step: [],
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
        step: [],
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
      example: ["{A} <obtain> {x} in {c}."],
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
