import { describe, expect, it } from "vitest";
import { indexNGrams, nGramsOf, sharedNGrams, wordsOf } from "./n-grams.ts";

describe("wordsOf", () => {
  it("drops case and punctuation, and keeps what is written together", () => {
    expect(wordsOf("Tom's 1,000 Äpfel —\n“how MANY”?")).toEqual(["toms", "1000", "äpfel", "how", "many"]);
  });
});

describe("nGramsOf", () => {
  it("lists every n words in a row", () => {
    expect(nGramsOf("A b, c d.", 3)).toEqual(["a b c", "b c d"]);
    expect(nGramsOf("a b", 3)).toEqual([]);
  });
});

describe("sharedNGrams", () => {
  it("counts different n-grams by the text that shares them", () => {
    const index = indexNGrams(["a b c d", "x y z", "b c d a b c"], 3);
    expect(sharedNGrams(index, "a b c! B C D; a b c", 3)).toEqual(
      new Map([
        [0, 2],
        [2, 4],
      ]),
    );
    expect(sharedNGrams(index, "a b", 3)).toEqual(new Map());
  });
});
