import type { Piece } from "./parse-template.ts";

/** What a template is filled with: texts, numbers, and lists whose members are seen inside a section. */
export type Values = { readonly [name: string]: string | number | readonly Values[] };

/** The text of a template. Inside a section the values of the item hide those around it; a text or a number there shows
 *  the section once, unless it is empty. */
export function renderTemplate(pieces: readonly Piece[], values: Values): string {
  return pieces.map((piece) => renderPiece(piece, values)).join("");
}

function renderPiece(piece: Piece, values: Values): string {
  if (piece.kind === "text") return piece.text;
  const value = values[piece.name] ?? "";
  if (piece.kind === "variable") return Array.isArray(value) ? "" : String(value);
  const items: readonly Values[] = typeof value === "object" ? value : value === "" ? [] : [{}];
  return items.map((item) => renderTemplate(piece.pieces, { ...values, ...item })).join("");
}
