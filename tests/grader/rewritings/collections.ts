import type { Random } from "../../../src/foundation/random.ts";
import { isSurelyInterval, type Sequence } from "../shape.ts";
import { type Change, changeOf } from "../variant.ts";
import { scalarForms } from "./expressions.ts";

export const write = ({ open, close }: Pick<Sequence, "open" | "close">, parts: readonly string[]): string =>
  `${open}${parts.join(", ")}${close}`;

/** Sets and lists have no order; tuples, points and intervals have one. */
export const isUnordered = ({ open }: Sequence): boolean => open === "" || open === "\\{";

/** Other ways to write several values. */
export const collectionRewritings: readonly Change[] = [
  changeOf("sequence", "members reversed", (shape) =>
    isUnordered(shape) ? write(shape, [...shape.parts].reverse()) : null,
  ),
  changeOf("sequence", "members shuffled", (shape, random) =>
    isUnordered(shape) ? write(shape, random.shuffle(shape.parts)) : null,
  ),
  changeOf(
    "sequence",
    "spaces after commas",
    (shape) => `${shape.open} ${shape.parts.join(" ,  ")} ${shape.close}`,
  ),
  changeOf(
    "sequence",
    "no space after commas",
    (shape) => `${shape.open}${shape.parts.join(",")}${shape.close}`,
  ),
  changeOf("sequence", "\\left and \\right around", (shape) =>
    shape.open === ""
      ? null
      : write({ open: `\\left${shape.open}`, close: `\\right${shape.close}` }, shape.parts),
  ),
  changeOf("sequence", "list with and", (shape) =>
    shape.open === "" ? `${shape.parts.slice(0, -1).join(", ")} \\text{ and } ${shape.parts.at(-1)}` : null,
  ),
  changeOf("sequence", "one member written otherwise", (shape, random) =>
    write(shape, oneOtherwise(shape.parts, random)),
  ),
  changeOf("sequence", "interval as inequality", (shape) =>
    isSurelyInterval(shape) ? inequality(shape) : null,
  ),
  changeOf("union", "intervals reversed", ({ intervals }) =>
    [...intervals]
      .reverse()
      .map((interval) => write(interval, interval.parts))
      .join(" \\cup "),
  ),
  changeOf("union", "no spaces", ({ intervals }) =>
    intervals.map((interval) => write(interval, interval.parts)).join("\\cup"),
  ),
  changeOf("union", "inequalities", ({ intervals }) => intervals.map(inequality).join(" \\text{ or } ")),
  changeOf("matrix", "other brackets", ({ environment, rows }) =>
    matrix(environment === "pmatrix" ? "bmatrix" : "pmatrix", rows),
  ),
  changeOf("matrix", "array", ({ rows }) => {
    const columns = "r".repeat(rows[0]!.length);
    return `\\left(\\begin{array}{${columns}}${cells(rows)}\\end{array}\\right)`;
  }),
  changeOf("matrix", "one entry written otherwise", ({ environment, rows }, random) => {
    const place = random.integer(0, rows.length - 1);
    return matrix(
      environment,
      rows.map((row, index) => (index === place ? oneOtherwise(row, random) : row)),
    );
  }),
];

export const matrix = (environment: string, rows: readonly (readonly string[])[]): string =>
  `\\begin{${environment}}${cells(rows)}\\end{${environment}}`;

const cells = (rows: readonly (readonly string[])[]): string =>
  rows.map((row) => row.join(" & ")).join(" \\\\ ");

function oneOtherwise(parts: readonly string[], random: Random): string[] {
  const place = random.integer(0, parts.length - 1);
  const written = scalarForms.find(({ name }) => name === "twice the half")!.write(parts[place]!);
  return parts.map((part, index) =>
    index === place && !part.includes("\\infty") && !/^\(/.test(part) ? written! : part,
  );
}

/** `(a, b]` as `a < x \le b`. */
function inequality({ open, close, parts: [low = "", high = ""] }: Sequence): string {
  const lower = low.includes("\\infty") ? null : `${open === "(" ? "<" : "\\le"} x`;
  const upper = high.includes("\\infty") ? null : `${close === ")" ? "<" : "\\le"} ${high}`;
  if (lower && upper) return `${low} ${lower} ${upper}`;
  if (lower) return `${low} ${lower}`;
  return upper ? `x ${upper}` : "-\\infty < x < \\infty";
}
