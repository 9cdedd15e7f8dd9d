/** A row of a file as it is written there, and where: "line 3", "row 12". */
export interface TableRow {
  readonly place: string;
  readonly value: unknown;
}
