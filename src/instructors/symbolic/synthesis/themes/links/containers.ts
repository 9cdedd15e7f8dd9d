import type { Link, LinkText, Taken, Unit } from "../../retell/vocabulary.ts";
import { link, type Numbers } from "./link.ts";

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
  /** Whether full containers are sold. */
  readonly sold?: boolean;
}

/** Some of the full containers are sold. */
const sold: Taken = {
  tell: ["Then {A} <sell> {c}.", "{A} <sell> {c} right away."],
  ask: ["{howMany} <do> {A} sell?"],
  step: ["{A} <sell> {calc}."],
};

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
      taken: options.sold ? sold : null,
    },
  };
  const text = options.packing === false ? filling : options.packOnly ? packing : { ...filling, ...packing };
  return link(one, many, text, options);
}
