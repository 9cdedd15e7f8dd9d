import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { contentKey } from "../../foundation/content-key.ts";
import { caseOf, syntheticOf } from "../stage-context.fixture.ts";
import { callsOfRound, type TypeProgress } from "./calls.ts";
import { itemOfCall, newTopic } from "./topic.ts";

const settings = { problemsPerCall: 20, seedsAtFirst: 8, seedsLater: 5, keptShown: 3 };
const progressOf = (
  more: Partial<TypeProgress> & { bad?: number; keptCount?: number } = {},
): TypeProgress => {
  const { bad = 30, keptCount = 0, ...rest } = more;
  return {
    ...newTopic("units", 100),
    type: { id: "units", name: "Unit conversion", explanation: "", keyphrases: ["feet"] },
    members: Array.from({ length: bad }, (_, index) => ({
      case: caseOf(`bad-${index}`),
      diagnosis: { problemId: `bad-${index}`, keyphrase: "feet", firstWrongStep: 0, explanation: "" },
    })),
    kept: Array.from({ length: keptCount }, (_, index) => syntheticOf(`kept-${index}`)),
    ...rest,
  };
};
const shown = (progress: TypeProgress, seed = "s") =>
  callsOfRound(progress, settings, seed).map(({ request }) => [request.badCases.length, request.kept.length]);

describe("callsOfRound", () => {
  it("makes as many calls as the quota still needs", () => {
    expect(shown(progressOf({ quota: 100 }))).toHaveLength(5);
    expect(shown(progressOf({ quota: 101 }))).toHaveLength(6);
    expect(shown(progressOf({ quota: 101, keptCount: 100 }))).toHaveLength(1);
    expect(shown(progressOf({ quota: 0 }))).toEqual([]);
  });

  it("shows 8 bad cases at first, then 5 and 3 problems already kept", () => {
    expect(shown(progressOf({ quota: 20 }))).toEqual([[8, 0]]);
    expect(shown(progressOf({ quota: 22, keptCount: 2 }))).toEqual([[8, 0]]);
    expect(shown(progressOf({ quota: 23, keptCount: 3 }))).toEqual([[5, 3]]);
  });

  it("shows all there are where a type has fewer", () => {
    expect(shown(progressOf({ quota: 20, bad: 3 }))).toEqual([[3, 0]]);
  });

  it("numbers calls on from the rounds before, and shows each call something of its own", () => {
    const calls = callsOfRound(progressOf({ calls: 4, quota: 60 }), settings, "s");
    expect(calls.map(({ call }) => call)).toEqual([4, 5, 6]);
    expect(new Set(calls.map(({ request }) => request.seed)).size).toBe(3);
    expect(new Set(calls.map(({ seeds }) => seeds.join())).size).toBe(3);
  });

  it("says what it shows, none of it twice", () => {
    fc.assert(
      fc.property(fc.nat(20), fc.nat(20), fc.string(), (bad, keptCount, seed) => {
        for (const { request, seeds } of callsOfRound(progressOf({ bad, keptCount }), settings, seed)) {
          const ids = [
            ...request.badCases.map((member) => member.case.problem.id),
            ...request.kept.map(({ id }) => id),
          ];
          expect(seeds).toEqual(ids);
          expect(new Set(seeds).size).toBe(seeds.length);
        }
      }),
    );
  });

  it("depends on the seed, the type and the number of the call alone", () => {
    const seedsOf = (seed: string) => callsOfRound(progressOf(), settings, seed).map(({ seeds }) => seeds);
    expect(seedsOf("s")).toEqual(seedsOf("s"));
    expect(seedsOf("another")).not.toEqual(seedsOf("s"));
  });
});

describe("itemOfCall", () => {
  const itemOf = (progress: TypeProgress) => itemOfCall(callsOfRound(progress, settings, "s")[0]!);

  it("is named by type and call", () => {
    expect(itemOf(progressOf({ calls: 2 })).id).toBe("units/call-2");
  });

  it("has another key whenever the instructor is shown something else", () => {
    const progress = progressOf({ keptCount: 3 });
    const key = (changed: TypeProgress) => contentKey(itemOf(changed).key);
    const rewritten = progress.kept.map((problem) => ({ ...problem, solution: "another" }));
    const members = progress.members.map((member) => ({
      ...member,
      diagnosis: { ...member.diagnosis, explanation: "another" },
    }));
    const keys = [
      progress,
      { ...progress, kept: rewritten },
      { ...progress, members },
      { ...progress, type: { ...progress.type, explanation: "another" } },
      { ...progress, calls: 1 },
    ].map(key);
    expect(new Set(keys).size).toBe(keys.length);
    expect(key(progressOf({ keptCount: 3 }))).toBe(keys[0]);
  });
});
