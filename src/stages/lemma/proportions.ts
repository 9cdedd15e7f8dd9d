import type { Correction, CorrectionDropReason } from "../../domain/correction.ts";
import { proportionalQuotas } from "../synthesize/quotas.ts";
import type { Sifted } from "./deduplicate.ts";

/** What a mixture is to hold. Null leaves what there is. */
export interface MixtureBounds {
  /** Share, in [0, 1], of corrections of injected mistakes. */
  injectedShare: number | null;
  /** Share, in [0, 1], of restarts. */
  restartShare: number | null;
  /** Most corrections of one label. */
  perLabel: number | null;
  /** Most corrections in all. */
  sequences: number | null;
}

/**
 * Keeps the largest mixture within the bounds; of two corrections the earlier stays. Each share holds within the other: of
 * the injected mistakes as large a part is restarted as of all. A kind that there is none of is left out of the shares.
 */
export function holdProportions(corrections: readonly Correction[], bounds: MixtureBounds): Sifted {
  const quota = firstOfLabels(corrections, bounds.perLabel);
  const ratio = inRatio(quota, bounds);
  const size = upTo(ratio, bounds.sequences ?? ratio.length);
  return {
    kept: [...size],
    dropped: [
      ...left(corrections, quota, "beyond the quota of its label"),
      ...left(quota, ratio, "beyond the ratios of the mixture"),
      ...left(ratio, size, "beyond the size of the mixture"),
    ],
  };
}

function left(all: readonly Correction[], kept: readonly Correction[], reason: CorrectionDropReason) {
  const keptSet = new Set(kept);
  return all
    .filter((correction) => !keptSet.has(correction))
    .map(({ id }) => ({ correctionId: id, reason, detail: "" }));
}

function firstOfLabels(corrections: readonly Correction[], most: number | null): readonly Correction[] {
  if (most === null) return corrections;
  const taken = new Map<string, number>();
  return corrections.filter(({ label }) => {
    const count = (taken.get(label) ?? 0) + 1;
    taken.set(label, count);
    return count <= most;
  });
}

function inRatio(corrections: readonly Correction[], bounds: MixtureBounds): readonly Correction[] {
  const cells = cellsOf(corrections, bounds);
  const weights = cells.map(([example]) => weightOf(example!, bounds));
  const sum = weights.reduce((a, b) => a + b, 0);
  const sizes = cells.flatMap(({ length }, index) =>
    weights[index]! > 0 ? [(length * sum) / weights[index]!] : [],
  );
  if (sum === 0) return [];
  const total = Math.min(corrections.length, ...sizes);
  return inOrder(
    corrections,
    cells.flatMap((cell, index) => cell.slice(0, Math.round((total * weights[index]!) / sum))),
  );
}

/** Of each cell as large a part as of all, so that a smaller mixture has the same proportions. */
function upTo(corrections: readonly Correction[], size: number): readonly Correction[] {
  if (corrections.length <= size) return corrections;
  const cells = [...Map.groupBy(corrections, ({ origin, kind }) => `${origin} ${kind}`).values()];
  const quotas = proportionalQuotas(
    size,
    cells.map(({ length }) => length),
  );
  return inOrder(
    corrections,
    cells.flatMap((cell, index) => cell.slice(0, quotas[index])),
  );
}

/** Corrections apart by what a share is stated of. */
function cellsOf(
  corrections: readonly Correction[],
  { injectedShare, restartShare }: MixtureBounds,
): Correction[][] {
  const cell = ({ origin, kind }: Correction) =>
    [injectedShare === null ? "" : origin, restartShare === null ? "" : kind].join(" ");
  return [...Map.groupBy(corrections, cell).values()];
}

function weightOf({ origin, kind }: Correction, { injectedShare, restartShare }: MixtureBounds): number {
  const ofShare = (share: number | null, belongs: boolean) =>
    share === null ? 1 : belongs ? share : 1 - share;
  return ofShare(injectedShare, origin === "injected") * ofShare(restartShare, kind === "fresh-and-restart");
}

function inOrder(all: readonly Correction[], chosen: readonly Correction[]): readonly Correction[] {
  const set = new Set(chosen);
  return all.filter((correction) => set.has(correction));
}
