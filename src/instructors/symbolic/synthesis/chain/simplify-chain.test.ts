import { describe, expect, it } from "vitest";
import type { CalculationGraph, Term } from "./calculation.ts";
import { readChain } from "./read-chain.ts";
import { simplifyChain } from "./simplify-chain.ts";

function simplify(question: string, solution: string, answer: string): CalculationGraph | null {
  return simplifyChain(readChain({ id: "p", question, solution, answer })!);
}

/** The calculations as text: "a", "b", ... the numbers in order, "r0" results. */
function sketch(graph: CalculationGraph | null): string[] | undefined {
  const name = (term: Term) =>
    term.kind === "result" ? `r${term.calculation}` : String.fromCharCode(97 + term.number);
  return graph?.calculations.map(({ kind, operands }) => `${kind} ${operands.map(name).join(" ")}`);
}

describe("simplifyChain", () => {
  it.each([
    ["20/100*50=<<20/100*50=10>>10"],
    ["50*20/100=<<50*20/100=10>>10"],
    ["50*.2=<<50*.2=10>>10"],
    ["50/100*20=<<50/100*20=10>>10"],
    ["20/100=<<20/100=0.2>>0.2\n0.2*50=<<0.2*50=10>>10"],
    ["50*20*.01=<<50*20*.01=10>>10"],
  ])("reads %s as one share of a whole", (solution) => {
    const graph = simplify("20% of 50 apples are red.", solution, "10");
    expect(graph?.calculations.map(({ kind }) => kind)).toEqual(["share"]);
    expect(graph?.numbers.filter(({ constant }) => constant === null)).toHaveLength(2);
  });

  it("reads what remains of 100% as a complement", () => {
    const graph = simplify(
      "20% of 50 apples are red.",
      "100-20=<<100-20=80>>80\n50*80/100=<<50*80/100=40>>40",
      "40",
    );
    expect(graph?.calculations.map(({ kind }) => kind)).toEqual(["complement", "share"]);
  });

  it("reads growth as a share that is added", () => {
    const graph = simplify("50 apples, and 20% more.", "50*1.2=<<50*1.2=60>>60", "60");
    expect(graph?.calculations.map(({ kind }) => kind)).toEqual(["share", "sum"]);
  });

  it("makes one sum of sums, unless a part of it is used again", () => {
    expect(sketch(simplify("2, 3 and 4", "2+3=<<2+3=5>>5\n5+4=<<5+4=9>>9", "9"))).toEqual(["sum a b c"]);
    expect(sketch(simplify("2, 3 and 4", "2+3=<<2+3=5>>5\n5+4=<<5+4=9>>9\n9*5=<<9*5=45>>45", "45"))).toEqual([
      "sum a b",
      "sum r0 c",
      "product r1 r0",
    ]);
  });

  it("leaves out multiplications by one", () => {
    const graph = simplify("7 rows of 5 seats", "7*1=<<7*1=7>>7\n7*5=<<7*5=35>>35", "35");
    expect(sketch(graph)).toEqual(["product a b"]);
  });

  it("marks constants and factors", () => {
    const graph = simplify("It takes 3 hours and twice as many minutes.", "3*60*2=<<3*60*2=360>>360", "360");
    expect(graph?.numbers).toEqual([
      { form: "count", constant: null },
      { form: "count", constant: 60 },
      { form: "factor", constant: null },
    ]);
  });

  it("gives up where a percentage is calculated with like a count", () => {
    expect(simplify("20% of one and 30% of the other", "20+30=<<20+30=50>>50", "50")).toBeNull();
  });
});
