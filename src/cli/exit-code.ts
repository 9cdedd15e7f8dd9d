/** What the process tells its caller; `--help` lists the same. */
export const exitCode = {
  done: 0,
  failure: 1,
  usage: 2,
  waitingForReview: 3,
  budgetReached: 4,
  interrupted: 130,
} as const;
export type ExitCode = (typeof exitCode)[keyof typeof exitCode];

/** The exit codes in words, as the help shows them. */
export const exitCodeMeanings: Readonly<Record<ExitCode, string>> = {
  0: "done",
  1: "failed; the message says what to do",
  2: "wrong usage",
  3: "waiting for a person's review",
  4: "the budget is reached; raised, the same command goes on",
  130: "interrupted; the same command goes on",
};
