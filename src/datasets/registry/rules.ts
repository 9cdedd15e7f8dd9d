import type { Item } from "../item.ts";

/** What is done about rows that are known to be broken, and why. */
export interface Rule {
  readonly reason: string;
  readonly action: "corrected" | "left out";
  /** The items as they are after the rule, null in place of one that it leaves out. */
  apply(items: readonly Item[]): (Item | null)[];
}

/** A rule as it was applied: ids of the items that it changed or left out. */
export interface AppliedRule {
  readonly reason: string;
  readonly action: Rule["action"];
  readonly ids: readonly string[];
}

/** Corrects what `correction` has something for. */
export function correct(reason: string, correction: (item: Item) => Partial<Item> | null): Rule {
  const corrected = (item: Item): Item => {
    const changes = correction(item);
    return changes ? { ...item, ...changes } : item;
  };
  return { reason, action: "corrected", apply: (items) => items.map(corrected) };
}

/** Leaves out what is broken; `brokenAmong` sees all items of the split before it judges one. */
export function leaveOut(
  reason: string,
  brokenAmong: (items: readonly Item[]) => (item: Item) => boolean,
): Rule {
  return {
    reason,
    action: "left out",
    apply(items) {
      const isBroken = brokenAmong(items);
      return items.map((item) => (isBroken(item) ? null : item));
    },
  };
}

/** Applies rules one after the other and keeps account of what each did. */
export function applyRules(
  items: readonly Item[],
  rules: readonly Rule[],
): { items: Item[]; applied: AppliedRule[] } {
  let current = [...items];
  const applied = rules.map(({ reason, action, apply }) => {
    const outcome = apply(current);
    const ids = current.filter((item, index) => outcome[index] !== item).map(({ id }) => id);
    current = outcome.filter((item) => item !== null);
    return { reason, action, ids };
  });
  return { items: current, applied };
}
