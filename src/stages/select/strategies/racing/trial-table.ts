/** Which of the trials (a candidate as the example before a dev problem) were made, and how they ended. */
export interface TrialTable {
  readonly candidates: number;
  readonly devProblems: number;
  /** [candidate, dev problem]: 1 right, 0 wrong, -1 not made. */
  readonly cells: Int8Array;
}

const notMade = -1;

export function emptyTable(candidates: number, devProblems: number): TrialTable {
  return { candidates, devProblems, cells: new Int8Array(candidates * devProblems).fill(notMade) };
}

/** @param results one entry a candidate: whether it solved each dev problem; null where it was not tried */
export function tableOf(results: readonly (readonly boolean[] | null)[], devProblems: number): TrialTable {
  const table = emptyTable(results.length, devProblems);
  for (const [candidate, right] of results.entries()) {
    for (const [dev, isRight] of (right ?? []).entries()) noteTrial(table, candidate, dev, isRight);
  }
  return table;
}

/** Dev problems on which a candidate was tried, and whether each was solved. */
export function trialsOf(
  { cells, devProblems }: TrialTable,
  candidate: number,
): [dev: number, right: number][] {
  const made: [number, number][] = [];
  for (let dev = 0; dev < devProblems; dev++) {
    const cell = cells[candidate * devProblems + dev]!;
    if (cell !== notMade) made.push([dev, cell]);
  }
  return made;
}

export function noteTrial(table: TrialTable, candidate: number, dev: number, right: boolean): void {
  table.cells[candidate * table.devProblems + dev] = right ? 1 : 0;
}

export function countTrials({ cells }: TrialTable): number {
  return cells.reduce((count, cell) => (cell === notMade ? count : count + 1), 0);
}

export function isMade({ cells, devProblems }: TrialTable, candidate: number, dev: number): boolean {
  return cells[candidate * devProblems + dev] !== notMade;
}
