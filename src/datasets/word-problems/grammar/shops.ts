import type { Random } from "../../../foundation/random.ts";

/** Words of a story about two kinds of things of one shop, and their prices in whole dollars. */
export interface Goods {
  readonly shop: string;
  readonly ware: string;
  readonly wares: string;
  readonly price: number;
  readonly ware2: string;
  readonly wares2: string;
  readonly price2: number;
}

/** Singular, plural, and the lowest and highest plausible price. */
type Ware = readonly [one: string, many: string, low: number, high: number];

const shops: readonly { readonly shop: string; readonly wares: readonly Ware[] }[] = [
  {
    shop: "the book shop",
    wares: [
      ["notebook", "notebooks", 2, 6],
      ["book", "books", 5, 15],
      ["map", "maps", 4, 12],
      ["poster", "posters", 3, 9],
      ["pen", "pens", 2, 5],
      ["calendar", "calendars", 6, 14],
    ],
  },
  {
    shop: "the clothes shop",
    wares: [
      ["shirt", "shirts", 8, 25],
      ["hat", "hats", 5, 18],
      ["scarf", "scarves", 6, 16],
      ["belt", "belts", 7, 15],
      ["dress", "dresses", 15, 40],
      ["jacket", "jackets", 20, 50],
    ],
  },
  {
    shop: "the cafe",
    wares: [
      ["sandwich", "sandwiches", 4, 9],
      ["salad", "salads", 5, 9],
      ["soup", "soups", 4, 8],
      ["pizza", "pizzas", 8, 15],
      ["juice", "juices", 2, 5],
      ["cake", "cakes", 6, 18],
    ],
  },
  {
    shop: "the toy shop",
    wares: [
      ["puzzle", "puzzles", 6, 15],
      ["ball", "balls", 3, 12],
      ["kite", "kites", 5, 14],
      ["doll", "dolls", 8, 20],
      ["board game", "board games", 12, 30],
      ["toy train", "toy trains", 10, 25],
    ],
  },
  {
    shop: "the garden shop",
    wares: [
      ["plant", "plants", 3, 12],
      ["pot", "pots", 2, 9],
      ["shovel", "shovels", 8, 20],
      ["lamp", "lamps", 10, 30],
      ["basket", "baskets", 4, 12],
      ["small tree", "small trees", 12, 40],
    ],
  },
];

export function drawGoods(random: Random): Goods {
  const { shop, wares } = random.pick(shops);
  const [first, second] = random.sample(wares, 2) as [Ware, Ware];
  const priceOf = ([, , low, high]: Ware) => random.integer(low, high);
  return {
    shop,
    ware: first[0],
    wares: first[1],
    price: priceOf(first),
    ware2: second[0],
    wares2: second[1],
    price2: priceOf(second),
  };
}
