type Part = Readonly<Record<string, unknown>>;

/**
 * A part of a configuration laid over another: sections are joined key by key, anything else is replaced. A section of
 * another `kind` replaces the one below it, whose keys would mean nothing to it.
 */
export function layOver(below: Part, above: Part): Part {
  const joined = Object.entries(above).map(([key, value]) => {
    const covered = below[key];
    return [key, isSection(covered) && isSection(value) ? joinSections(covered, value) : value];
  });
  return { ...below, ...Object.fromEntries(joined) };
}

function joinSections(below: Part, above: Part): Part {
  const isOfAnotherKind = "kind" in above && above.kind !== below.kind;
  return isOfAnotherKind ? above : layOver(below, above);
}

const isSection = (value: unknown): value is Part =>
  typeof value === "object" && value !== null && !Array.isArray(value);
