import type { z } from "zod";
import type { Item } from "../item.ts";
import { checkRow } from "../tables/index.ts";
import type { Rule } from "./rules.ts";

/** `test` is for evaluation alone: seeds or dev problems from it mark a run as contaminated, unless a data set is undivided. */
export type SplitName = "train" | "test";

/** Where a data set is published. The revision is a commit, so that its files never change. */
export interface Source {
  readonly host: "hugging-face" | "github";
  /** "openai/grade-school-math" */
  readonly repository: string;
  readonly revision: string;
}

export interface PublishedFile {
  /** In the repository. */
  readonly path: string;
  /** Hexadecimal; without it the file is checked against what the host states. */
  readonly sha256?: string;
}

export interface Split {
  /** The rows of all files, one file after the other, are the split. */
  readonly files: readonly PublishedFile[];
  /** Rows published, broken ones included. */
  readonly rows: number;
  /** Problems that are left after the rules. */
  readonly problems: number;
  /** The split as one JSON Lines file in a folder of prepared data: see `PreparedRow`. */
  readonly prepared: string;
}

/** Where a row stands. */
export interface RowPosition {
  readonly split: SplitName;
  /** In the split, from 0. */
  readonly index: number;
}

interface Facts {
  readonly name: string;
  readonly title: string;
  readonly homepage: string;
  readonly licence: string;
  readonly source: Source;
  readonly splits: Readonly<Partial<Record<SplitName, Split>>>;
  /**
   * Published without a division into train and test: its one split is called `test`, as most measure on all of it, and
   * whoever divides it by id measures on the rest of it as the authors' cross-validation does.
   */
  readonly undivided?: true;
  /** What is done about rows that are known to be broken, in this order. */
  readonly rules: readonly Rule[];
}

/** A published data set: where it is, and how its rows become problems. */
export interface DataSet extends Facts {
  /** Reads a row as published. Throws an `ErrataError` where it is not what was expected; `place` says where it stands. */
  readItem(row: unknown, place: string, position: RowPosition): Item;
}

interface DataSetDefinition<Row> extends Facts {
  /** A row as published. */
  readonly row: z.ZodType<Row>;
  itemOf(row: Row, position: RowPosition): Item;
}

const advice = "The data set is not published as it was; a newer version of Errata may know it.";

/** Ties the schema of a data set's rows to what is made of them. */
export function defineDataSet<Row>({ row, itemOf, ...facts }: DataSetDefinition<Row>): DataSet {
  return {
    ...facts,
    readItem: (value, place, position) => itemOf(checkRow(value, { schema: row, place, advice }), position),
  };
}
