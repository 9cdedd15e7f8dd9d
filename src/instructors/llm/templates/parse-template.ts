/** A prompt's text, in pieces: as it stands, a variable, or a section that is repeated for every item of a list. */
export type Piece =
  | { kind: "text"; text: string }
  | { kind: "variable"; name: string }
  | { kind: "section"; name: string; pieces: Piece[] };

/** A section's tag on a line of its own takes the line with it, as in Mustache. */
const tag = /^[ \t]*\{\{([#/])\s*([\w.]+)\s*\}\}[ \t]*(?:\n|$)|\{\{([#/]?)\s*([\w.]+)\s*\}\}/gm;

/**
 * Reads a template: `{{name}}` is a variable, `{{#name}} … {{/name}}` a section, a small part of Mustache. Nothing is
 * escaped. Throws a `RangeError` where sections do not match.
 */
export function parseTemplate(text: string): Piece[] {
  const root: Piece[] = [];
  const open: { name: string; pieces: Piece[] }[] = [{ name: "", pieces: root }];
  let end = 0;
  for (const match of text.matchAll(tag)) {
    const [whole, ownLineSign, ownLineName, sign = ownLineSign, name = ownLineName!] = match;
    const { pieces } = open.at(-1)!;
    if (match.index > end) pieces.push({ kind: "text", text: text.slice(end, match.index) });
    end = match.index + whole.length;
    if (sign === "#") {
      const section: Piece & { kind: "section" } = { kind: "section", name, pieces: [] };
      pieces.push(section);
      open.push(section);
    } else if (sign === "/") {
      const closed = open.pop()!;
      if (closed.name !== name || open.length === 0) throw new RangeError(`{{/${name}}} closes no section`);
    } else {
      pieces.push({ kind: "variable", name });
    }
  }
  if (open.length > 1) throw new RangeError(`{{#${open.at(-1)!.name}}} is not closed`);
  if (end < text.length) root.push({ kind: "text", text: text.slice(end) });
  return root;
}

/** Every name that a template uses. */
export function namesIn(pieces: readonly Piece[]): string[] {
  return pieces.flatMap((piece) => {
    if (piece.kind === "text") return [];
    return piece.kind === "variable" ? [piece.name] : [piece.name, ...namesIn(piece.pieces)];
  });
}
