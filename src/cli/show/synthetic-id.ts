import type { SyntheticOrigin } from "../../domain/synthetic-problem.ts";

/** The id that a proposed problem has, or would have had if it had been kept. */
export function syntheticId({ iteration, errorTypeId, call, item }: SyntheticOrigin): string {
  return `synthetic-${iteration}-${errorTypeId}-${call}-${item}`;
}
