import type { ReportedVotes } from "../report-data.ts";

const votesOf = (rightSamples: number): ReportedVotes["votes"] => [
  {
    benchmark: "word-problems-test",
    problemId: "word-problems-test-0-0",
    samples: 8,
    rightSamples,
    votes: Math.max(rightSamples, 8 - rightSamples),
    prediction: "7",
    verdict: rightSamples > 4 ? "right" : "wrong",
  },
];

/** One problem, which most samples of the base model get wrong and most of the method right. */
export const sampleVotes = (): ReportedVotes[] => [
  { armId: null, iteration: 0, votes: votesOf(3) },
  { armId: "method", iteration: 2, votes: votesOf(7) },
];
