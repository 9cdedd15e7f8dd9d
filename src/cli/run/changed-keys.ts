/** Keys whose values differ, as a person writes them: "stages.train.epochs (8 → 4)". */
export function changedKeys(before: unknown, after: unknown): string[] {
  const earlier = leavesOf(before);
  const later = leavesOf(after);
  return [...new Set([...earlier.keys(), ...later.keys()])]
    .filter((key) => earlier.get(key) !== later.get(key))
    .sort()
    .map((key) => `${key} (${earlier.get(key) ?? "none"} → ${later.get(key) ?? "none"})`);
}

function leavesOf(value: unknown, path = ""): Map<string, string> {
  if (typeof value !== "object" || value === null) {
    return new Map(value === undefined ? [] : [[path, String(value)]]);
  }
  return new Map(
    Object.entries(value).flatMap(([key, member]) => [
      ...leavesOf(member, path === "" ? key : `${path}.${key}`),
    ]),
  );
}
