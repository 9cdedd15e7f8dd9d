import { describe, expect, it } from "vitest";
import { toText } from "../../../../mathematics/rational-text.ts";
import { numbersOf } from "./question-numbers.ts";

/** Every value that a question's numbers may stand for, as text, one list for each number. */
function valuesOf(question: string): string[][] {
  return numbersOf(question).map(({ readings }) => readings.map(({ value }) => toText(value)));
}

describe("numbersOf", () => {
  it("reads digits, thousands and decimals", () => {
    expect(valuesOf("He pays $1,250 for 3 lamps and .5 meters.")).toEqual([["1250"], ["3"], ["0.5"]]);
  });

  it("reads numbers in words", () => {
    expect(valuesOf("Twenty-five cars and two hundred and ten bikes, 3 thousand in all")).toEqual([
      ["25"],
      ["210"],
      ["3000"],
    ]);
  });

  it("keeps neighboring numbers apart", () => {
    expect(valuesOf("She ate five, six and seven.")).toEqual([["5"], ["6"], ["7"]]);
  });

  it("takes a percentage as itself, as a share, as what remains and as growth", () => {
    expect(valuesOf("20% of them")).toEqual([["20", "0.2", "0.8", "1.2"]]);
    expect(valuesOf("15 percent")).toEqual([["15", "0.15", "0.85", "1.15"]]);
  });

  it("takes a fraction as a share, and its parts as numbers", () => {
    expect(valuesOf("2/3 of it")).toEqual([["2/3", "1/3", "5/3", "3", "2"]]);
    expect(valuesOf("three quarters")).toEqual([["0.75", "0.25", "1.75", "4", "3"]]);
    expect(valuesOf("half")).toEqual([["0.5", "0.5", "1.5", "2", "1"]]);
  });

  it("knows multiples and groups", () => {
    expect(valuesOf("twice as many, two dozen")).toEqual([["2"], ["2"], ["12"]]);
  });

  it("takes cents as dollars as well, and halves behind a number", () => {
    expect(valuesOf("50 cents for 2 and a half hours")).toEqual([["50", "0.5"], ["2.5"]]);
  });

  it("tells factors and percentages from plain numbers", () => {
    const styles = numbersOf("3 times as many as 5, and 10% more").map(({ readings }) => readings[0]!.style);
    expect(styles).toEqual(["factor", "plain", "percent"]);
  });
});
