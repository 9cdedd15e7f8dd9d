/** Training data as bytes: equal rows give equal bytes. */
export interface Exported {
  data: Uint8Array;
  /** JSON lines with the lineage of each row, where the format of the data has no place for it. */
  lineage?: Uint8Array;
}
