import type { Noun } from "../../language/noun.ts";
import { range } from "../../retell/value.ts";
import type { Link, LinkText, Unit } from "../../retell/vocabulary.ts";

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

export interface Numbers {
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
