import type { ExpectedCalls, ExpectedRows, Rates } from "../forecast.ts";

/** So many tries to inject a mistake, each of which is analysed where it ends wrong. */
export const expectedInjections = (
  tries: number,
  { wrongInjections }: Pick<Rates, "wrongInjections">,
): ExpectedCalls[] => [
  { kind: "inject", count: tries },
  { kind: "analyse", count: tries * wrongInjections },
];

/** The share of injections that are of use where the analysis must find their label. */
export const shownInjections = ({
  wrongInjections,
  foundLabels,
}: Pick<Rates, "wrongInjections" | "foundLabels">): number => wrongInjections * foundLabels;

/**
 * Problems of which each shall have one injected mistake, tried in several kinds until one is of use; others are taken in
 * the place of those in which none is, as long as there are some.
 */
export function expectedSpecimens(
  { rows, distinct = rows }: ExpectedRows,
  { problems, tries }: { problems: number; tries: number },
  rates: Rates,
): { calls: ExpectedCalls[]; rows: number } {
  const usable = shownInjections(rates);
  const hasOne = 1 - (1 - usable) ** tries;
  const taken = hasOne > 0 ? Math.min(distinct, problems / hasOne) : distinct;
  const triesEach = usable > 0 ? hasOne / usable : tries;
  return { calls: expectedInjections(taken * triesEach, rates), rows: Math.min(problems, taken * hasOne) };
}

/** One correction of each wrong solution. */
export function expectedCorrections(
  kind: "fix" | "restart",
  { rows }: ExpectedRows,
  { rightCorrections }: Pick<Rates, "rightCorrections">,
): { calls: ExpectedCalls[]; kept: ExpectedRows } {
  return { calls: [{ kind, count: rows }], kept: { rows: rows * rightCorrections } };
}
