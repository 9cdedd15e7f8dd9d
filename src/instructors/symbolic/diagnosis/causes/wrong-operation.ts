import type { Keyphrase } from "../../taxonomy.ts";
import type { Cause, Finding } from "../cause.ts";
import { type OperationName, operationOf } from "../operations.ts";

/** The right numbers, put together by another operation or in the wrong order. */
export const wrongOperation: Cause = ({ wrong, counterpart }) => {
  if (!counterpart) return null;
  const { standIns, attemptOnly, referenceOnly } = counterpart.pairing;
  if (standIns.length + attemptOnly.length + referenceOnly.length > 0) return null;
  const [used, needed] = [operationOf(wrong), operationOf(counterpart.calculation)];
  return used === needed ? inWrongOrder(used) : otherThan(used, needed);
};

/** Some of the right numbers, put together by another operation. */
export const otherOperation: Cause = ({ wrong, counterpart }) => {
  if (!counterpart || counterpart.pairing.shared.length === 0) return null;
  const [used, needed] = [operationOf(wrong), operationOf(counterpart.calculation)];
  return used === needed ? null : otherThan(used, needed);
};

function inWrongOrder(operation: OperationName): Finding | null {
  const detail = `The numbers of the ${operation} belong the other way round.`;
  if (operation === "subtraction") return { keyphrase: "subtracted the wrong way round", detail };
  if (operation === "division") return { keyphrase: "divided the wrong way round", detail };
  return null;
}

function otherThan(used: OperationName, needed: OperationName): Finding | null {
  const keyphrase = insteadOf[used][needed];
  return keyphrase ? { keyphrase, detail: `It calls for ${needed}, not ${used}.` } : null;
}

const insteadOf: Record<OperationName, Partial<Record<OperationName, Keyphrase>>> = {
  addition: {
    subtraction: "added instead of subtracting",
    multiplication: "added instead of multiplying",
    division: "added instead of dividing",
  },
  subtraction: {
    addition: "subtracted instead of adding",
    multiplication: "subtracted instead of multiplying",
    division: "subtracted instead of dividing",
  },
  multiplication: {
    addition: "multiplied instead of adding",
    subtraction: "multiplied instead of subtracting",
    division: "multiplied instead of dividing",
  },
  division: {
    addition: "divided instead of adding",
    subtraction: "divided instead of subtracting",
    multiplication: "divided instead of multiplying",
  },
};
