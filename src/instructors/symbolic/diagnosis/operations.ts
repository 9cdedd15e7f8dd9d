import type { Calculation } from "./calculation.ts";

export type OperationName = "addition" | "subtraction" | "multiplication" | "division";

/** What a calculation does, by its most telling operator: a sum that subtracts anything is a subtraction. */
export function operationOf({ kind, parts }: Calculation): OperationName {
  const inverse = parts.some((part) => part.inverse);
  if (kind === "sum") return inverse ? "subtraction" : "addition";
  return inverse ? "division" : "multiplication";
}
