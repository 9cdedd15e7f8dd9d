import type { MistakeAnalysis } from "../../domain/mistake-analysis.ts";
import { type MistakeLabel, mistakeLabels } from "../../domain/mistake-label.ts";

/** How often labels are injected, as shares that sum to 1, and in sentences what was left out of the analysed ones. */
export interface LabelDistribution {
  shares: ReadonlyMap<MistakeLabel, number>;
  remarks: string[];
}

/** Labels below this share of the analysed mistakes are left out (papers' section 2.2). */
const leastShare = 0.01;

/**
 * The labels to inject, as often as the analysis found them in the target's own samples (papers' section 2.1). What the
 * instructor cannot inject is left out, and the rest scaled up.
 */
export function labelDistribution(
  analyses: readonly Pick<MistakeAnalysis, "label">[],
  injectable: readonly MistakeLabel[],
): LabelDistribution {
  const count = (label: MistakeLabel) => analyses.filter((analysis) => analysis.label === label).length;
  const found = mistakeLabels.flatMap((label) => {
    const share = count(label) / Math.max(1, analyses.length);
    return share > 0 ? [{ label, share }] : [];
  });
  const frequent = found.filter(({ share }) => share >= leastShare);
  const kept = frequent.filter(({ label }) => injectable.includes(label));
  const total = kept.reduce((sum, { share }) => sum + share, 0);
  const rare = found.filter((entry) => !frequent.includes(entry));
  const impossible = frequent.filter((entry) => !kept.includes(entry));
  return {
    shares: new Map(kept.map(({ label, share }) => [label, share / total])),
    remarks: [
      ...leftOut("are below 1% and are not injected", rare),
      ...leftOut("cannot be injected by the instructor; the other labels take their share", impossible),
    ],
  };
}

function leftOut(why: string, entries: readonly { label: MistakeLabel; share: number }[]): string[] {
  if (entries.length === 0) return [];
  const shares = entries.map(({ label, share }) => `${label} (${(100 * share).toFixed(1)}%)`);
  return [`Of the analysed mistakes, ${shares.join(", ")} ${why}.`];
}
