/** A row of exported training data: a solved problem, the text a trainer takes, and where it came from. */
export interface ExportRow {
  id: string;
  question: string;
  solution: string;
  /** Prompt and completion as this run trains on them. */
  prompt: string;
  completion: string;
  lineage: Lineage;
}

export interface Lineage {
  recipe: string;
  iteration: number;
  /** Null where no error type stands behind the row. */
  errorTypeId: string | null;
  /** The problem, and the items it was made from. */
  sources: readonly string[];
  /** Whether the run trained on it. */
  selected: boolean;
}
