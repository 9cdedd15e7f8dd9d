import { describe, expect, it } from "vitest";
import { groupOf, listing, people } from "./agent.ts";
import { capitalised } from "./capitalised.ts";
import { indefinite, noun, qualify } from "./noun.ts";
import { dollars, fractionWords, inDigits, inWords, timesWord } from "./number-text.ts";
import { inflect } from "./verb.ts";

describe("nouns", () => {
  it.each([
    ["apple", "apples"],
    ["box", "boxes"],
    ["bus", "buses"],
    ["candy", "candies"],
    ["day", "days"],
    ["shelf", "shelves"],
    ["grandchild", "grandchildren"],
    ["jar of honey", "jars of honey"],
    ["album page", "album pages"],
  ])("%s, %s", (one, many) => expect(noun(one).many).toBe(many));

  it("take adjectives and articles", () => {
    expect(qualify("red", noun("apple"))).toEqual({ one: "red apple", many: "red apples" });
    expect([indefinite("hour"), indefinite("used book"), indefinite("egg"), indefinite("box")]).toEqual([
      "an hour",
      "a used book",
      "an egg",
      "a box",
    ]);
  });
});

describe("verbs", () => {
  it.each([
    ["pick", "picks", "picked"],
    ["bake", "bakes", "baked"],
    ["carry", "carries", "carried"],
    ["catch", "catches", "caught"],
    ["knit", "knits", "knitted"],
    ["take in", "takes in", "took in"],
    ["do", "does", "did"],
    ["have", "has", "had"],
    ["be", "is", "was"],
  ])("%s, %s, %s", (verb, singular, past) => {
    expect(inflect(verb, { tense: "present", plural: false })).toBe(singular);
    expect(inflect(verb, { tense: "past", plural: false })).toBe(past);
    expect(inflect(verb, "base")).toBe(verb);
  });

  it("agree with a plural", () => {
    expect(inflect("be", { tense: "past", plural: true })).toBe("were");
    expect(inflect("carry", { tense: "present", plural: true })).toBe("carry");
  });
});

describe("numbers", () => {
  it("are written in words and digits", () => {
    expect([inWords(7), inWords(40), inWords(67), inWords(120)]).toEqual([
      "seven",
      "forty",
      "sixty-seven",
      "120",
    ]);
    expect([inDigits(1250), dollars(12), dollars(2.5)]).toEqual(["1,250", "$12", "$2.50"]);
  });

  it("become factors and fractions", () => {
    expect([timesWord(2), timesWord(4)]).toEqual(["twice", "four times"]);
    expect([fractionWords(1, 2), fractionWords(1, 3), fractionWords(3, 4), fractionWords(5, 12)]).toEqual([
      "half",
      "one third",
      "three fourths",
      "5/12",
    ]);
  });
});

describe("names and sentences", () => {
  it("are listed and grouped", () => {
    expect(listing(["a", "b", "c"])).toBe("a, b and c");
    const group = groupOf(people.slice(0, 2));
    expect(group.name).toBe(`${people[0]!.name} and ${people[1]!.name}`);
    expect(group.plural).toBe(true);
  });

  it("begin with a capital letter, and small numbers with a word", () => {
    expect([capitalised("the end"), capitalised("12 of them"), capitalised("120 men")]).toEqual([
      "The end",
      "Twelve of them",
      "120 men",
    ]);
  });
});
