import { describe, expect, it } from "vitest";
import { toText } from "../../../../mathematics/rational-text.ts";
import type { Operand, OperationChain } from "./operation-chain.ts";
import { readChain } from "./read-chain.ts";

function read(question: string, solution: string, answer: string): OperationChain | null {
  return readChain({ id: "p", question, solution, answer });
}

/** The operations as text: "#" a number of the question, "k" a constant, "r" an earlier result. */
function sketch(chain: OperationChain | null): string[] | undefined {
  const side = (operand: Operand) => {
    if (operand.kind === "result") return `r${operand.operation}`;
    if (operand.kind === "constant") return `k${toText(operand.value)}`;
    return `#${toText(chain!.givens[operand.given]!.value)}`;
  };
  return chain?.operations.map(({ operator, operands }) => operands.map(side).join(` ${operator} `));
}

describe("readChain", () => {
  it("traces every operand to the question, a constant or an earlier result", () => {
    const chain = read(
      "Mia has 3 boxes of 12 pens. She gives away half of them and gets 4 more. How many seconds is 2 hours?",
      "3*12=<<3*12=36>>36 pens\n36/2=<<36/2=18>>18\n18+4=<<18+4=22>>22\n22*60=<<22*60=1320>>1320",
      "1320",
    );
    expect(sketch(chain)).toEqual(["#3 * #12", "r0 / #2", "r1 + #4", "r2 * k60"]);
  });

  it("prefers a result that waits to be used to an equal number of the question", () => {
    const chain = read("He buys 6 rolls at $2 and has $12.", "6*2=<<6*2=12>>12\n12-12=<<12-12=0>>0", "0");
    expect(sketch(chain)).toEqual(["#6 * #2", "r0 - #12"]);
  });

  it("reads fractions and percentages as one share of the question", () => {
    expect(sketch(read("2/3 of 30 eggs", "2/3*30=<<2/3*30=20>>20", "20"))).toEqual(["#2/3 * #30"]);
    expect(sketch(read("2/3 of 30 eggs", "30*2/3=<<30*2/3=20>>20", "20"))).toEqual(["#2/3 * #30"]);
    expect(sketch(read("20% of 30 eggs", "30*.2=<<30*.2=6>>6", "6"))).toEqual(["#30 * #0.2"]);
  });

  it("leaves out steps that the answer does not rest on", () => {
    const chain = read(
      "Add 2 and 3. There are also 4 cats and 5 dogs.",
      "4*5=<<4*5=20>>20\n2+3=<<2+3=5>>5",
      "5",
    );
    expect(sketch(chain)).toEqual(["#2 + #3"]);
    expect(chain!.givens).toHaveLength(2);
  });

  it("reads equations without marks", () => {
    expect(sketch(read("3 bags of 4 nuts", "That is 3 * 4 = 12 nuts.\n#### 12", "12"))).toEqual(["#3 * #4"]);
  });

  it("gives up on numbers from nowhere, wrong steps and answers that no step gives", () => {
    expect(read("3 bags of 4 nuts", "3*17=<<3*17=51>>51", "51")).toBeNull();
    expect(read("3 bags of 4 nuts", "3*4=<<3*4=13>>13", "13")).toBeNull();
    expect(read("3 bags of 4 nuts", "3*4=<<3*4=12>>12", "11")).toBeNull();
    expect(read("3 bags of 4 nuts", "Twelve.", "12")).toBeNull();
  });
});
