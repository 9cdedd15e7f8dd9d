import type { Random } from "../../../foundation/random.ts";

/** Words of a story about countable things and what holds them. */
export interface Things {
  readonly thing: string;
  readonly things: string;
  readonly container: string;
  readonly containers: string;
}

interface Family {
  readonly things: readonly Noun[];
  readonly containers: readonly Noun[];
}

/** Singular and plural. */
type Noun = readonly [one: string, many: string];

const regular = (...nouns: readonly string[]): Noun[] => nouns.map((noun) => [noun, `${noun}s`]);

const box: Noun = ["box", "boxes"];
const families = {
  toys: {
    things: regular(
      "marble",
      "sticker",
      "card",
      "coin",
      "bead",
      "shell",
      "stamp",
      "button",
      "toy car",
      "balloon",
    ),
    containers: [box, ...regular("bag", "jar", "drawer", "tin", "basket")],
  },
  fruit: {
    things: [...regular("apple", "pear", "orange", "lemon", "plum", "melon"), ["peach", "peaches"]],
    containers: [box, ...regular("bag", "basket", "crate", "bucket")],
  },
  school: {
    things: [
      ["brush", "brushes"],
      ...regular("pencil", "pen", "notebook", "eraser", "marker", "folder", "crayon"),
    ],
    containers: [box, ...regular("drawer", "pack", "tray", "case")],
  },
  baking: {
    things: regular("muffin", "cookie", "roll", "bun", "pie", "waffle", "tart"),
    containers: [box, ...regular("tray", "bag", "basket", "tin")],
  },
  plants: {
    things: [["tomato", "tomatoes"], ...regular("rose", "tulip", "seed", "bulb", "onion", "carrot")],
    containers: [box, ...regular("tray", "crate", "basket", "bag")],
  },
} satisfies Record<string, Family>;

export type FamilyName = keyof typeof families;

const everyFamily = Object.keys(families) as FamilyName[];

export function drawThings(random: Random, from: readonly FamilyName[] = everyFamily): Things {
  const family: Family = families[random.pick(from)];
  const [thing, things] = random.pick(family.things);
  const [container, containers] = random.pick(family.containers);
  return { thing, things, container, containers };
}
