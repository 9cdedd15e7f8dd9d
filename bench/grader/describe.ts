import type { Finding, GoldCheck } from "../../tests/grader/check-gold-answers.ts";
import type { Comparison } from "./compare.ts";
import type { Slow } from "./slowest.ts";
import { percent, shortened } from "./text.ts";

const findingsShown = 20;

export function describeGoldCheck(check: GoldCheck): void {
  const { answers, rewritings, perturbations, unread, missed, falseAccepts, undecided } = check;
  const share = (findings: readonly Finding[], of: number) =>
    `${findings.length} (${percent(findings.length / of)} %)`;
  console.log(`${answers} different reference answers; not equal to themselves: ${share(unread, answers)}.`);
  console.log(`${rewritings} rewritings; not found equal: ${share(missed, rewritings)}.`);
  console.log(
    `${perturbations} other answers; found equal: ${share(falseAccepts, perturbations)}, ` +
      `not decided: ${share(undecided, perturbations)}.`,
  );
  for (const { gold, answer, change, got } of [...unread, ...falseAccepts, ...missed].slice(
    0,
    findingsShown,
  )) {
    console.log(`  ${change}: ${shortened(gold)} | ${shortened(answer)}: ${got.equal}, ${got.how}`);
  }
}

export function describeComparisons(comparisons: Record<string, Comparison>): void {
  console.log("Beside Math-Verify, on the same pairs:");
  const rows = Object.entries(comparisons).map(([name, { ours, theirs }]) => [
    name,
    {
      pairs: ours.pairs,
      "agreement (%)": percent(ours.agreement),
      "verdicts/s": Math.round(ours.perSecond),
      "Math-Verify agreement (%)": theirs && percent(theirs.agreement),
      "Math-Verify verdicts/s": theirs && Math.round(theirs.perSecond),
    },
  ]);
  console.table(Object.fromEntries(rows));
}

export function describeSlowest(slowest: readonly Slow[], count: number): void {
  console.log(`The slowest of ${count.toLocaleString("en")} fuzzed comparisons, in milliseconds:`);
  for (const { pair, milliseconds } of slowest.slice(0, 5)) {
    console.log(`  ${milliseconds.toFixed(1)}  ${pair.map(shortened).join("  ")}`);
  }
}
