import { toNumber } from "../../../../mathematics/rational.ts";
import {
  type Calculation,
  type CalculationGraph,
  type StoryNumber,
  type Term,
  usesOf,
} from "./calculation.ts";
import type { ChainOperation, Operand, OperationChain } from "./operation-chain.ts";

/**
 * The chain in the form that stories are told from: percents and fractions as shares of a whole, sums of sums as one
 * sum, multiplications by one left out.
 *
 * Null where a percentage is used as a plain number, or nothing is left to calculate.
 */
export function simplifyChain(chain: OperationChain): CalculationGraph | null {
  const builder: Builder = { chain, numbers: [], numberOfGiven: new Map(), calculations: [], meanings: [] };
  for (const operation of chain.operations) {
    const meaning = meaningOf(builder, operation);
    if (!meaning) return null;
    builder.meanings.push(meaning);
  }
  const root = builder.meanings.at(-1);
  if (root?.kind !== "amount" || root.term.kind !== "result") return null;
  const graph = { numbers: builder.numbers, calculations: builder.calculations };
  return root.term.calculation === graph.calculations.length - 1 ? flattenSums(graph) : null;
}

interface Builder {
  readonly chain: OperationChain;
  readonly numbers: StoryNumber[];
  readonly numberOfGiven: Map<number, Term>;
  readonly calculations: Calculation[];
  /** What each operation of the chain means. */
  readonly meanings: Meaning[];
}

/** What part of a calculation an operand is. Percents take several operations of the source to become one share. */
type Meaning =
  | { kind: "amount"; term: Term }
  | { kind: "constant"; value: number }
  /** 20 of "20%": a share once it is divided by 100. */
  | { kind: "percent"; share: Term }
  | { kind: "share"; share: Term }
  /** 1.2 for "20% more". */
  | { kind: "increase"; share: Term }
  /** 20 * whole, on its way to 20 * whole / 100. */
  | { kind: "hundredfold share"; share: Term; whole: Term }
  /** whole / 100, on its way to whole / 100 * 20. */
  | { kind: "hundredth"; whole: Term };

function meaningOf(builder: Builder, { operator, operands }: ChainOperation): Meaning | null {
  const left = operandMeaning(builder, operands[0]);
  const right = operandMeaning(builder, operands[1]);
  switch (operator) {
    case "*":
      return (
        product(builder, left, right) ??
        product(builder, right, left) ??
        plain(builder, "product", left, right)
      );
    case "/":
      return quotient(builder, left, right) ?? plain(builder, "quotient", left, right);
    case "-":
      return complement(builder, left, right) ?? plain(builder, "difference", left, right);
    case "+":
      return increase(left, right) ?? increase(right, left) ?? plain(builder, "sum", left, right);
  }
}

function operandMeaning(builder: Builder, operand: Operand): Meaning {
  if (operand.kind === "result") return builder.meanings[operand.operation]!;
  if (operand.kind === "constant") return { kind: "constant", value: toNumber(operand.value) };
  const { form, style } = builder.chain.givens[operand.given]!;
  if (form === "number")
    return {
      kind: "amount",
      term: numberTerm(builder, operand.given, style === "factor" ? "factor" : "count"),
    };
  const share = numberTerm(builder, operand.given, style === "percent" ? "percent" : "fraction");
  if (form === "complement")
    return { kind: "share", share: calculate(builder, { kind: "complement", operands: [share] }) };
  return { kind: form, share };
}

function product(builder: Builder, left: Meaning, right: Meaning): Meaning | null {
  if (left.kind === "constant" && left.value === 1) return right;
  const whole = amountTerm(builder, right);
  if (left.kind === "percent" && right.kind === "hundredth") return shareOf(builder, left.share, right.whole);
  if (left.kind === "percent" && right.kind === "constant" && right.value === 0.01)
    return { kind: "share", share: left.share };
  if (left.kind === "hundredfold share" && right.kind === "constant" && right.value === 0.01)
    return shareOf(builder, left.share, left.whole);
  if (!whole) return null;
  if (left.kind === "percent") return { kind: "hundredfold share", share: left.share, whole };
  if (left.kind === "share") return shareOf(builder, left.share, whole);
  if (left.kind !== "increase") return null;
  const part = calculate(builder, { kind: "share", operands: [left.share, whole] });
  return { kind: "amount", term: calculate(builder, { kind: "sum", operands: [whole, part] }) };
}

function quotient(builder: Builder, left: Meaning, right: Meaning): Meaning | null {
  if (right.kind !== "constant") return null;
  if (right.value === 1) return left;
  if (right.value !== 100) return null;
  if (left.kind === "percent") return { kind: "share", share: left.share };
  if (left.kind === "hundredfold share") return shareOf(builder, left.share, left.whole);
  const whole = amountTerm(builder, left);
  return whole && { kind: "hundredth", whole };
}

function complement(builder: Builder, left: Meaning, right: Meaning): Meaning | null {
  if (left.kind !== "constant") return null;
  if ((left.value === 100 && right.kind === "percent") || (left.value === 1 && right.kind === "share")) {
    return { kind: right.kind, share: calculate(builder, { kind: "complement", operands: [right.share] }) };
  }
  return null;
}

function increase(left: Meaning, right: Meaning): Meaning | null {
  if (left.kind === "constant" && left.value === 1 && right.kind === "share") {
    return { kind: "increase", share: right.share };
  }
  return null;
}

function plain(
  builder: Builder,
  kind: "sum" | "difference" | "product" | "quotient",
  left: Meaning,
  right: Meaning,
): Meaning | null {
  const terms = [amountTerm(builder, left), amountTerm(builder, right)] as const;
  if (!terms[0] || !terms[1]) return null;
  return { kind: "amount", term: calculate(builder, { kind, operands: [terms[0], terms[1]] }) };
}

function shareOf(builder: Builder, share: Term, whole: Term): Meaning {
  return { kind: "amount", term: calculate(builder, { kind: "share", operands: [share, whole] }) };
}

function amountTerm(builder: Builder, meaning: Meaning): Term | null {
  if (meaning.kind === "amount") return meaning.term;
  if (meaning.kind !== "constant") return null;
  return { kind: "number", number: builder.numbers.push({ form: "count", constant: meaning.value }) - 1 };
}

function numberTerm(builder: Builder, given: number, form: StoryNumber["form"]): Term {
  const known = builder.numberOfGiven.get(given);
  if (known) return known;
  const term: Term = { kind: "number", number: builder.numbers.push({ form, constant: null }) - 1 };
  builder.numberOfGiven.set(given, term);
  return term;
}

function calculate(builder: Builder, calculation: Calculation): Term {
  return { kind: "result", calculation: builder.calculations.push(calculation) - 1 };
}

/** Makes a sum that only another sum uses part of that sum. */
function flattenSums(graph: CalculationGraph): CalculationGraph {
  const absorbed = new Map<number, readonly Term[]>();
  const calculations = graph.calculations.map((calculation, index): Calculation => {
    if (calculation.kind !== "sum") return calculation;
    const operands = calculation.operands.flatMap((term) => {
      const inner = term.kind === "result" ? graph.calculations[term.calculation]! : null;
      if (inner?.kind !== "sum" || usesOf(graph, term) > 1 || term.kind !== "result") return [term];
      return absorbed.get(term.calculation) ?? [term];
    });
    absorbed.set(index, operands);
    return { kind: "sum", operands };
  });
  return withoutUnused({ numbers: graph.numbers, calculations });
}

/** Leaves out the calculations that were absorbed, and the numbers that came to nothing. */
function withoutUnused({ numbers, calculations }: CalculationGraph): CalculationGraph {
  const used = { numbers: new Set<number>(), calculations: new Set<number>() };
  const visit = (index: number): void => {
    used.calculations.add(index);
    for (const term of calculations[index]!.operands) {
      if (term.kind === "result") visit(term.calculation);
      else used.numbers.add(term.number);
    }
  };
  visit(calculations.length - 1);
  const keptNumbers = [...used.numbers].sort((a, b) => a - b);
  const kept = [...used.calculations].sort((a, b) => a - b);
  const renumber = (term: Term): Term =>
    term.kind === "number"
      ? { kind: "number", number: keptNumbers.indexOf(term.number) }
      : { kind: "result", calculation: kept.indexOf(term.calculation) };
  return {
    numbers: keptNumbers.map((index) => numbers[index]!),
    calculations: kept.map((index) => {
      const calculation = calculations[index]!;
      return { ...calculation, operands: calculation.operands.map(renumber) } as Calculation;
    }),
  };
}
