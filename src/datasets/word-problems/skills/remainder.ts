import { drawThings } from "../grammar/things.ts";
import { defineSkill } from "../skill.ts";

/** Full boxes are made of what comes in packs, and some are left over. */
export const remainder = defineSkill({
  id: "remainder",
  name: "remainders",
  draw: (random) => {
    for (;;) {
      const packs = random.integer(3, 9);
      const inPack = random.integer(4, 12);
      const size = random.integer(4, 12);
      const total = packs * inPack;
      const full = Math.floor(total / size);
      const packed = full * size;
      if (full >= 2 && packed < total - 1 && size !== inPack) {
        return { ...drawThings(random), packs, inPack, size, total, full, packed, left: total - packed };
      }
    }
  },
  solution: [
    "There are {packs} * {inPack} = {total} {things}.",
    "Full ones take {full} * {size} = {packed} {things}.",
    "That leaves {total} - {packed} = {left} {things}.",
  ],
  answer: "left",
  wordings: [
    {
      opening: [
        [
          "{who} [has|buys|gets|orders] {packs} packs of {inPack} {things} [each|for {event}|]",
          "{packs} packs [with|of] {inPack} {things} each [arrive|are ready] for {whom}",
          "there are {inPack} {things} in each of the {packs} packs that {who} [has|opens|buys]",
          "{whose} {relative} [brings|sends|leaves] {packs} packs of {inPack} {things} [from {place}|on {day}|]",
          "{who} opens {packs} packs, each [of them|pack] with {inPack} {things}",
        ],
        [
          "{who} [puts|packs] them into {containers} [that hold|of|for] {size} [{things}|] each",
          "{who} [fills|closes] as many {containers} of {size} {things} as possible",
          "[each|every|a full] {container} [must hold|takes|has room for] {size} {things}",
          "[all|the] {things} go into {containers} of {size} [until no more {containers} can be filled|as far as possible]",
          "{friend} helps to [fill|pack] {containers} with {size} {things} each",
        ],
      ],
      question: [
        "how many {things} are left over [in the end|after that|]",
        "how many {things} do not [fit|go] into a full {container}",
        "how many {things} [stay|remain|are] outside [when as many {containers} as possible are full|the full {containers}]",
        "how many {things} are left when no more full {container} can be made",
        "what number of {things} is left over [for {whom}|at the end|]",
      ],
    },
  ],
  heldOutWordings: [
    {
      words: { things: "children" },
      opening: [
        [
          "{packs} buses of {inPack} children each come to a camp run by {whom}",
          "{who} runs a camp, and {packs} buses of {inPack} children each arrive",
        ],
        [
          "the children form as many teams of {size} as they can",
          "teams of {size} are formed until that is not possible",
        ],
      ],
      question: ["how many children are in no team", "how many children do not get a team"],
    },
    {
      words: { things: "tiles" },
      opening: [
        [
          "{who} lays out {packs} rows of {inPack} tiles",
          "{packs} rows of {inPack} tiles are taken up by {whom}",
        ],
        [
          "one square in a new pattern uses {size} tiles",
          "the new pattern is made of squares, {size} tiles to a square",
        ],
      ],
      question: [
        "how many tiles does the new pattern not use if it has as many squares as possible",
        "after the last whole square, how many tiles are unused",
      ],
    },
    {
      words: { things: "stamps" },
      opening: [
        [
          "{packs} sheets hold {inPack} stamps per sheet in {whose} album",
          "in an album {who} keeps {packs} sheets with {inPack} stamps per sheet",
        ],
        [
          "a letter to another country needs {size} stamps",
          "{size} stamps pay for one letter to another country",
        ],
      ],
      question: [
        "after as many letters as possible, how many stamps are in the album",
        "how many stamps stay unused after the last letter that can be paid",
      ],
    },
  ],
});
