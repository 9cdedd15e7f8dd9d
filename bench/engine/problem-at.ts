import type { Problem } from "../../src/domain/problem.ts";

/** A problem of the usual length of those in GSM8K. */
export function problemAt(id: string, index: number): Problem {
  return {
    id,
    question:
      `Weng earns $${index + 12} an hour for babysitting in the afternoon and ${index + 3} dollars for each lawn that she ` +
      "mows at the weekend. Yesterday she did fifty minutes of the one and mowed two lawns. How much did she earn?",
    solution:
      `A minute brings her ${index + 12}/60 dollars, so that fifty minutes bring her ${index + 12}/60 * 50 dollars.\n` +
      `Two lawns bring her 2 * ${index + 3} dollars.\nTogether that is the sum of both.\n#### ${index % 2}`,
    answer: `${index % 2}`,
  };
}
