import { describe, expect, it } from "vitest";
import { layOutTable, wrap } from "./table.ts";

const columns = [
  { title: "name", align: "left" },
  { title: "n", align: "right" },
] as const;

describe("layOutTable", () => {
  it("aligns columns under their titles", () => {
    expect(
      layOutTable(
        columns,
        [
          ["rate", "5"],
          ["area", "120"],
        ],
        80,
      ),
    ).toEqual(["name    n", "rate    5", "area  120"]);
  });

  it("cuts the widest text column where the table is too wide", () => {
    expect(layOutTable(columns, [["a very long name", "12"]], 16)).toEqual([
      "name           n",
      "a very long…  12",
    ]);
  });
});

describe("wrap", () => {
  it("breaks at spaces", () => {
    expect(wrap("one two three four", 9)).toEqual(["one two", "three", "four"]);
    expect(wrap("", 9)).toEqual([]);
  });
});
