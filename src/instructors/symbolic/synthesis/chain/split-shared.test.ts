import { describe, expect, it } from "vitest";
import type { CalculationGraph, StoryNumber } from "./calculation.ts";
import { splitSharedNumbers } from "./split-shared.ts";

const count: StoryNumber = { form: "count", constant: null };
const number = (index: number) => ({ kind: "number" as const, number: index });
const result = (calculation: number) => ({ kind: "result" as const, calculation });

describe("splitSharedNumbers", () => {
  it("gives every use of a number a number of its own", () => {
    const graph: CalculationGraph = {
      numbers: [count, count, count],
      calculations: [
        { kind: "product", operands: [number(0), number(1)] },
        { kind: "product", operands: [number(0), number(2)] },
        { kind: "sum", operands: [result(0), result(1)] },
      ],
    };
    const split = splitSharedNumbers(graph);
    expect(split.numbers).toHaveLength(4);
    expect(split.calculations[1]!.operands).toEqual([number(3), number(2)]);
  });

  it("keeps a number together with what is computed from it and added to it", () => {
    const graph: CalculationGraph = {
      numbers: [count, { form: "percent", constant: null }],
      calculations: [
        { kind: "share", operands: [number(1), number(0)] },
        { kind: "sum", operands: [number(0), result(0)] },
      ],
    };
    expect(splitSharedNumbers(graph)).toEqual(graph);
  });
});
