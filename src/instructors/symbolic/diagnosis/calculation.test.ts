import { describe, expect, it } from "vitest";
import { readWorkedSolution } from "../../../mathematics/index.ts";
import { calculationsOf } from "./calculation.ts";

const calculations = (text: string) =>
  calculationsOf(readWorkedSolution(text).steps).map(
    ({ kind, parts, value }) =>
      `${kind} ${parts.map((part) => `${part.inverse ? "~" : ""}${part.value}${part.percentage ? "%" : ""}`).join(" ")} = ${value}`,
  );

describe("calculationsOf", () => {
  it("opens up nested sums and nested products", () => {
    expect(calculations("12 - (3 + 4) = 5")).toEqual(["sum 12 ~3 ~4 = 5"]);
    expect(calculations("60 / (2 * 3) * 5 = 50")).toEqual(["product 60 ~2 ~3 5 = 50"]);
    expect(calculations("-3 + 8 = 5")).toEqual(["sum ~3 8 = 5"]);
  });

  it("puts what is nested first", () => {
    expect(calculations("2 * 6 + 4 * (3 + 1) = 28")).toEqual([
      "product 2 6 = 12",
      "sum 3 1 = 4",
      "product 4 4 = 16",
      "sum 12 16 = 28",
    ]);
  });

  it("joins percentages and leaves out factors of one", () => {
    expect(calculations("80 * 20% = 16")).toEqual(["product 80 0.2% = 16"]);
    expect(calculations("20/100 * 80 = 16")).toEqual(["product 0.2% 80 = 16"]);
    expect(calculations("80 * 20 * .01 = 16")).toEqual(["product 80 0.2% = 16"]);
    expect(calculations("1/4 * 80 = 20")).toEqual(["product ~4 80 = 20"]);
    expect(calculations("8 * 1 = 8")).toEqual(["product 8 1 = 8"]);
  });

  it("keeps the stated result of a whole step beside its value", () => {
    const [calculation] = calculationsOf(readWorkedSolution("7 + 8 = 16").steps);
    expect(calculation).toMatchObject({ value: 15, result: 16, step: 0, wholeStep: true });
  });
});
