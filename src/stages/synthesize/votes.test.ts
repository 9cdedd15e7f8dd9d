import { describe, expect, it } from "vitest";
import { UnansweredError, UnusableAnswerError } from "../../foundation/errors.ts";
import type { SolutionRequest } from "../../instructors/instructor.ts";
import { contextOf, instructorWith } from "../stage-context.fixture.ts";
import { forecastVotes, voteOn } from "./votes.ts";

const voted = { id: "draft", draft: { question: "How many?", solution: "It is 42" }, answer: "42" };

/** Votes with solutions that come to these answers, one after the other. */
async function vote(answers: readonly (string | Error)[], votes = 3) {
  const requests: SolutionRequest[] = [];
  const instructor = instructorWith({
    async solve(request) {
      const answer = answers[requests.length]!;
      requests.push(request);
      if (answer instanceof Error) throw answer;
      return `It is ${answer}`;
    },
  });
  const [verification] = await voteOn(contextOf({ services: { instructor } }), [voted], votes);
  return { verification, requests };
}

describe("voteOn", () => {
  it("believes an answer that most solutions come to, and asks no further once it is decided", async () => {
    const { verification, requests } = await vote(["42", "42"]);
    expect(verification).toEqual({ answer: "42" });
    expect(requests).toHaveLength(2);
    expect((await vote(["41", "42", "42"])).verification).toEqual({ answer: "42" });
  });

  it("refuses an answer that most solutions do not come to, and says what they answer", async () => {
    const { verification, requests } = await vote(["41", "44"]);
    expect(verification).toEqual({
      reason: "answer-disagrees",
      detail: "0 of 2 independent solutions come to 42; the others: 41, 44",
    });
    expect(requests).toHaveLength(2);
    expect((await vote(["42", "41", "43"])).verification).toMatchObject({ reason: "answer-disagrees" });
  });

  it.each([
    [1, ["42"], true],
    [2, ["42", "41"], false],
    [5, ["42", "41", "42", "40", "42"], true],
    [5, ["42", "41", "42", "40", "39"], false],
  ])("asks for at most %i solutions, of which more than half must agree", async (votes, answers, agreed) => {
    const { verification, requests } = await vote(answers, votes);
    expect("answer" in verification!).toBe(agreed);
    expect(requests.length).toBeLessThanOrEqual(votes);
  });

  it("shows the question without its solution's answer, and seeds every solution apart", async () => {
    const { requests } = await vote(["42", "42"]);
    expect(requests.map(({ question }) => question)).toEqual(["How many?", "How many?"]);
    expect(new Set(requests.map(({ seed }) => seed)).size).toBe(2);
  });

  it("takes a solution that cannot be used for one that does not agree", async () => {
    const cut = new UnusableAnswerError("cut at the token limit");
    expect((await vote([cut, "42", "42"])).verification).toEqual({ answer: "42" });
    expect((await vote([cut, cut])).verification).toMatchObject({
      detail: expect.stringContaining("the others: no answer, no answer"),
    });
  });

  it("leaves a draft unverified for now where solutions got no answer", async () => {
    expect((await vote([new UnansweredError("connection closed")])).verification).toEqual({
      reason: "not-verified",
      detail: "connection closed",
    });
  });
});

describe("forecastVotes", () => {
  it.each([
    [3, 1, { calls: 2, accepted: 1 }],
    [3, 0, { calls: 2, accepted: 0 }],
    [5, 1, { calls: 3, accepted: 1 }],
    [1, 0.3, { calls: 1, accepted: 0.3 }],
  ])("expects of %i votes, of which the share %d agrees, %o", (votes, agreement, expected) => {
    expect(forecastVotes(votes, agreement)).toEqual(expected);
  });

  it.each([2, 3, 4, 5])("is the mean of what becomes of every ballot of %i votes", async (votes) => {
    const ballots = Array.from({ length: 2 ** votes }, (_, bits) =>
      Array.from({ length: votes }, (_, vote) => (bits & (1 << vote) ? "42" : "41")),
    );
    const ends = await Promise.all(ballots.map((answers) => vote(answers, votes)));
    const mean = (value: (end: (typeof ends)[number]) => number) =>
      ends.reduce((sum, end) => sum + value(end), 0) / ends.length;
    expect(forecastVotes(votes, 0.5)).toEqual({
      calls: mean(({ requests }) => requests.length),
      accepted: mean(({ verification }) => ("answer" in verification! ? 1 : 0)),
    });
  });
});
