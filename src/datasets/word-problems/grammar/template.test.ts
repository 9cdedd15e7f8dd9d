import { describe, expect, it } from "vitest";
import { parseTemplate, wordsOf } from "./template.ts";

describe("parseTemplate", () => {
  it("reads words and nested choices", () => {
    expect(parseTemplate("{who} picks [fresh [red|green]|] {things}")).toEqual([
      { word: "who" },
      " picks ",
      { choices: [["fresh ", { choices: [["red"], ["green"]] }], []] },
      " ",
      { word: "things" },
    ]);
  });

  it.each(["[a|b", "{who", "a]", "a|b", "a}"])("refuses %s", (text) => {
    expect(() => parseTemplate(text)).toThrow(SyntaxError);
  });
});

describe("wordsOf", () => {
  it("finds the words of every choice", () => {
    expect(wordsOf(parseTemplate("{who} [sees {friend}|goes to [{place}|{town}]]"))).toEqual([
      "who",
      "friend",
      "place",
      "town",
    ]);
  });
});
