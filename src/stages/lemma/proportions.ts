import type { Correction, CorrectionDropReason, DroppedCorrection } from "../../domain/correction.ts";
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

/** Keeps the largest mixture within the bounds. Of two corrections the earlier stays. */
export function holdProportions(corrections: readonly Correction[], bounds: MixtureBounds): Sifted {
  const dropped: DroppedCorrection[] = [];
  const drop = (reason: CorrectionDropReason, left: readonly Correction[], kept: readonly Correction[]) => {
    const keptSet = new Set(kept);
    for (const { id } of left.filter((correction) => !keptSet.has(correction)))
      dropped.push({ correctionId: id, reason, detail: "" });
    return kept;
  };
  const isInjected = ({ origin }: Correction) => origin === "injected";
  const isRestart = ({ kind }: Correction) => kind === "fresh-and-restart";
  const { injectedShare, restartShare, perLabel, sequences } = bounds;

  let left = drop("beyond the quota of its label", corrections, firstOfLabels(corrections, perLabel));
  const size = sequences ?? left.length;
  left = drop(
    "beyond the ratio of own and injected mistakes",
    left,
    shared(left, isInjected, injectedShare, left.length),
  );
  left = drop(
    "beyond the ratio of fixes and restarts",
    left,
    shared(left, isRestart, restartShare, left.length),
  );
  const kept = drop("beyond the size of the mixture", left, spread(left, size));
  return { kept: [...kept], dropped };
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

/** The most, up to `size`, of which `share` belong to the group, in order. */
function shared(
  corrections: readonly Correction[],
  belongs: (correction: Correction) => boolean,
  share: number | null,
  size: number,
): readonly Correction[] {
  if (share === null) return corrections;
  const members = corrections.filter(belongs);
  const others = corrections.filter((correction) => !belongs(correction));
  const total = Math.min(
    size,
    share > 0 ? members.length / share : size,
    share < 1 ? others.length / (1 - share) : size,
  );
  const chosen = new Set([
    ...members.slice(0, Math.round(total * share)),
    ...others.slice(0, Math.round(total * (1 - share))),
  ]);
  return corrections.filter((correction) => chosen.has(correction));
}

/** Of each group of origin and kind as large a part as of all, so that a smaller mixture has the same proportions. */
function spread(corrections: readonly Correction[], size: number): readonly Correction[] {
  if (corrections.length <= size) return corrections;
  const groups = Map.groupBy(corrections, ({ origin, kind }) => `${origin} ${kind}`);
  const ranked = [...groups.values()].flatMap((group) =>
    group.map((correction, index) => ({ correction, turn: (index + 0.5) / group.length })),
  );
  const chosen = new Set(
    ranked
      .sort((a, b) => a.turn - b.turn)
      .slice(0, size)
      .map(({ correction }) => correction),
  );
  return corrections.filter((correction) => chosen.has(correction));
}
