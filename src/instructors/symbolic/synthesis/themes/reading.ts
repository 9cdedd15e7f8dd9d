import { people } from "../language/agent.ts";
import { range } from "../retell/value.ts";
import type { Theme } from "../retell/vocabulary.ts";
import { link, pace } from "./links/index.ts";
import { weekdays } from "./times.ts";
import { daysInWeek, things, time } from "./units.ts";

const page = things("page", {
  kept: false,
  obtain: ["read"],
  amounts: range(12, 90),
  most: 2000,
  varieties: [],
  origins: ["of a comic", "of a cookbook", "of a travel guide", "of a mystery novel"],
  needs: [
    "{A} <have> to read a book of {n} for school.",
    "{A} <borrow> a novel of {n} and <want> to finish it.",
  ],
});

const chapter = things("chapter", {
  kept: false,
  obtain: ["read", "finish"],
  amounts: range(3, 15),
  most: 100,
  varieties: [],
  gains: ["Before bedtime, {A} <read> {more}."],
  needs: ["{A} <want> to finish a book with {n}."],
});

const evening = time("evening", { obtain: ["read for"], larger: [daysInWeek] });
const hour = time("hour", { obtain: ["read for"] });

export const reading: Theme = {
  id: "reading",
  agents: people,
  openings: ["{A} <love> books.", "The summer reading contest <have/1> begun, and {A} <take> part."],
  units: [page, chapter],
  links: [
    link(
      chapter,
      page,
      {
        both: ["{A} <read> {c} of {r} each.", "{A} <read> {c}, each of which <have/1> {r}."],
        rate: ["Each of {all} <have/1> {r}.", "There <be/2> {r} in each of {all}."],
        fact: ["Every chapter <have/1> {r}."],
        count: ["{A} <read> {c}."],
        wanted: ["{A} <want> to finish a book that <have/1> {c} of {r} each."],
        example: ["{c} of the same length <have/2> {x} in all."],
        likewise: ["{A} <read> {c} of this length."],
        pack: null,
        kinds: {
          adjectives: [["short", "long"]],
          more: ["{abase} <have/1> {r}, and {aother} <have/1> {d}."],
          times: ["{abase} <have/1> {r}, and {aother} <have/1> {k} as many."],
        },
      },
      { rates: range(8, 30), counts: range(3, 14) },
    ),
    pace(evening, page, { rates: range(10, 45), counts: range(3, 12) }),
    pace(hour, page, { rates: range(15, 50), counts: range(2, 6) }),
  ],
  times: weekdays,
};
