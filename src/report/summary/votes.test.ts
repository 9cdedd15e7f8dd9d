import { expect, it } from "vitest";
import type { MajorityVote } from "../../domain/majority-vote.ts";
import { summarizeVotes } from "./votes.ts";

const vote = (problemId: string, rightSamples: number, verdict: "right" | "wrong"): MajorityVote => ({
  ...{ benchmark: "test", problemId, samples: 4, rightSamples, votes: 2, prediction: "1", verdict },
});

it("tells Maj@k beside the mean sample, and compares with the base model problem by problem", () => {
  const votes = [
    { armId: null, iteration: 0, votes: [vote("p", 1, "wrong"), vote("q", 3, "right")] },
    { armId: "method", iteration: 1, votes: [vote("p", 4, "right"), vote("r", 0, "wrong")] },
  ];
  expect(summarizeVotes({ votes })).toMatchObject([
    { armId: null, benchmarkId: "test", samples: 4, majority: { count: 1, n: 2 }, meanRight: 0.5 },
    { armId: "method", majority: { count: 1, n: 2 }, againstBase: { n: 1, before: { count: 0 } } },
  ]);
});
