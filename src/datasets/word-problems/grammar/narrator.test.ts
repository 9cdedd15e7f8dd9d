import { describe, expect, it } from "vitest";
import { createRandom } from "../../../foundation/random.ts";
import { createNarrator, type Narrator } from "./narrator.ts";
import { parseTemplate } from "./template.ts";

const cast = {
  main: { name: "Anna", he: "she", his: "her", him: "her" },
  friend: "Tom",
  third: "Ben",
  relative: "uncle",
};

function narratorOf(seed: number): Narrator {
  return createNarrator(cast, { count: 5 }, createRandom(String(seed)));
}

describe("a narrator", () => {
  it("names the main person first, and uses a name or a pronoun later", () => {
    const told = Array.from({ length: 50 }, (_, seed) => {
      const narrator = narratorOf(seed);
      return narrator.tell(parseTemplate("{who} rests, {who} eats"));
    });
    expect(new Set(told)).toEqual(new Set(["Anna rests, Anna eats", "Anna rests, she eats"]));
  });

  it("keeps the name until the person herself has been named", () => {
    for (let seed = 0; seed < 20; seed++) {
      expect(narratorOf(seed).tell(parseTemplate("{whose} {relative} rests, {who} eats"))).toBe(
        "Anna's uncle rests, Anna eats",
      );
    }
  });

  it("fills in the facts, and keeps a word of a list for the whole story", () => {
    const narrator = narratorOf(1);
    const [count, first] = narrator.tell(parseTemplate("{count} {day}")).split(" ");
    expect(count).toBe("5");
    expect(narrator.tell(parseTemplate("{day}"))).toBe(first);
  });

  it("refuses a word that nobody defines", () => {
    expect(() => narratorOf(1).tell(parseTemplate("{moon}"))).toThrow('"moon"');
  });
});
