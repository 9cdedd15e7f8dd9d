import { type Amount, type Bound, type StepEstimate, totalOf } from "../../engine/forecast/index.ts";
import { type Column, layOutTable, wrap } from "../../report/console/table.ts";
import { cost, count, dollars } from "../../report/format.ts";
import { stepLabel } from "../step-label.ts";

const left = (title: string): Column => ({ title, align: "left" });
const right = (title: string): Column => ({ title, align: "right" });

/** Tokens in few digits: "870", "12 k", "3.4 M". */
export function tokens(value: number): string {
  if (value < 999.5) return count(value);
  if (value < 999_500) return `${count(value / 1000)} k`;
  return `${(value / 1_000_000).toFixed(1)} M`;
}

/** A figure with the range that it may lie in: "12 (8–20)". */
export function withRange(
  amounts: Readonly<Record<Bound, Amount>>,
  show: (amount: Amount) => string,
): string {
  const [low, expected, high] = [amounts.low, amounts.expected, amounts.high].map(show);
  return low === high ? expected! : `${expected} (${low}–${high})`;
}

/** What each step that asks models is to take, one line a step, and all of it together. */
export function planTable(steps: readonly StepEstimate[], width: number): string[] {
  const asking = steps.filter(({ amount, stored }) => amount === null || amount.high.calls > 0 || stored > 0);
  const total = totalOf(steps.flatMap(({ amount }) => amount ?? []));
  const isPaid = total.high.cost !== 0;
  const isBegun = steps.some(({ stored }) => stored > 0);
  const columns = [
    left("step"),
    right("calls"),
    ...(isBegun ? [right("stored")] : []),
    right("tokens in"),
    right("out"),
    ...(isPaid ? [right("cost"), left("range")] : []),
  ];
  const rows = asking.map(({ step, amount, stored, tokensFrom }) => {
    const mark = tokensFrom === "texts" && amount !== null && amount.high.calls > 0 ? "~" : "";
    return [
      stepLabel(step),
      amount === null ? "?" : count(amount.expected.calls),
      ...(isBegun ? [count(stored)] : []),
      amount === null ? "?" : `${mark}${tokens(amount.expected.inputTokens)}`,
      amount === null ? "?" : `${mark}${tokens(amount.expected.outputTokens)}`,
      ...(isPaid ? moneyCells(amount) : []),
    ];
  });
  return [...layOutTable(columns, rows, width), "", ...wrap(totalLine(total), width)];
}

function moneyCells(amount: StepEstimate["amount"]): string[] {
  if (amount === null) return ["?", ""];
  const { low, expected, high } = amount;
  if (low.cost === null || expected.cost === null || high.cost === null) return ["unknown", ""];
  const range = low.cost === high.cost ? "" : `${dollars(low.cost)}–${dollars(high.cost)}`;
  return [dollars(expected.cost), range];
}

function totalLine(total: Readonly<Record<Bound, Amount>>): string {
  const { inputTokens, outputTokens } = total.expected;
  const calls = withRange(total, (amount) => count(amount.calls));
  const money = withRange(total, (amount) => cost(amount.cost));
  return `Total: ${calls} calls, ${tokens(inputTokens)} tokens in, ${tokens(outputTokens)} out: ${money}.`;
}
