import { describe, expect, it } from "vitest";
import { UnusableAnswerError } from "../../foundation/errors.ts";
import type { Instructor, ProblemDraft, SynthesisRequest } from "../../instructors/instructor.ts";
import { goodDraft, goodDrafts } from "../nonsense.fixture.ts";
import type { StageContext } from "../stage.ts";
import {
  attemptOf,
  type ContextParts,
  contextOf,
  diagnosisOf,
  instructorWith,
  problemOf,
} from "../stage-context.fixture.ts";
import { synthesize } from "./index.ts";

/** Bad cases 0–5 have the phrase "a", 6 and 7 the phrase "b". */
const ids = ["0", "1", "2", "3", "4", "5", "6", "7"];
const made = [
  {
    seedProblems: ids.map((id) => problemOf(id)),
    attempts: ids.map((id) => attemptOf(id)),
    diagnoses: ids.map((id) => diagnosisOf(id, id < "6" ? "a" : "b")),
    reviewedErrorTypes: ["a", "b"].map((phrase) => ({
      id: `type-${phrase}`,
      name: phrase,
      explanation: "",
      keyphrases: [phrase],
    })),
  },
];

async function run(
  write: (request: SynthesisRequest) => ProblemDraft[],
  settings: object = {},
  {
    backwards = false,
    solve,
    ...more
  }: ContextParts & Pick<Instructor, "solve"> & { backwards?: boolean } = {},
) {
  const requests: SynthesisRequest[] = [];
  const instructor = instructorWith({
    synthesize: async (request) => {
      requests.push(request);
      return write(request);
    },
    ...(solve ? { solve } : {}),
  });
  const context = contextOf({ made, services: { instructor }, ...more });
  const reversed: StageContext = {
    ...context,
    each: async (items, ...rest) => (await context.each([...items].reverse(), ...rest)).reverse(),
  };
  const parsed = synthesize.settings.parse({ problems: 40, problemsPerCall: 5, ...settings });
  const result = await synthesize.run(backwards ? reversed : context, parsed as never);
  const { syntheticProblems = [], droppedProblems = [] } = result.artifacts;
  return { result, requests, kept: syntheticProblems, dropped: droppedProblems };
}
const countOfType = (kept: Awaited<ReturnType<typeof run>>["kept"], type: string) =>
  kept.filter(({ origin }) => origin.errorTypeId === type).length;

describe("synthesize", () => {
  it("fills the quota of every type, in proportion to its bad cases", async () => {
    const { kept, result } = await run(goodDrafts);
    expect(countOfType(kept, "type-a")).toBe(30);
    expect(countOfType(kept, "type-b")).toBe(10);
    expect(result).toMatchObject({ in: 40, done: 40, notDone: {} });
  });

  it("shows the bad cases of the type itself, or of all types as the authors' code does", async () => {
    const shown = ({ requests }: Awaited<ReturnType<typeof run>>) =>
      requests
        .filter(({ errorType }) => errorType.id === "type-b")
        .flatMap(({ badCases }) => badCases.map(({ diagnosis }) => diagnosis.keyphrase));
    expect(new Set(shown(await run(goodDrafts)))).toEqual(new Set(["b"]));
    expect(new Set(shown(await run(goodDrafts, { seedsFrom: "all" })))).toEqual(new Set(["a", "b"]));
  });

  it("works in rounds: what is missing is asked for again, and kept problems are shown", async () => {
    const half = (request: SynthesisRequest) =>
      goodDrafts(request).map((draft, item) =>
        item % 2 ? { ...draft, solution: "1 + 1 = 3\n#### 3" } : draft,
      );
    const { kept, requests, result, dropped } = await run(half);
    expect(kept).toHaveLength(40);
    expect(requests.filter(({ errorType }) => errorType.id === "type-a").length).toBeGreaterThan(6);
    expect(requests[0]?.kept).toEqual([]);
    expect(requests.at(-1)?.kept).toHaveLength(3);
    expect(result.in).toBe(kept.length + dropped.length);
    expect(result.notDone["arithmetic-wrong"]).toBe(
      dropped.filter(({ reason }) => reason === "arithmetic-wrong").length,
    );
  });

  it("gives a type up that keeps nothing for some rounds in a row, and the others go on", async () => {
    const onlyB = (request: SynthesisRequest) =>
      request.errorType.id === "type-b" ? goodDrafts(request) : [];
    const { kept, requests } = await run(onlyB, { patience: 2 });
    expect(countOfType(kept, "type-a")).toBe(0);
    expect(countOfType(kept, "type-b")).toBe(10);
    expect(requests.filter(({ errorType }) => errorType.id === "type-a")).toHaveLength(2 * 6);
  });

  it("accounts for calls that failed, and asks anew for what they owe", async () => {
    const { kept, result } = await run((request) => {
      if (request.seed.endsWith("/0")) throw new UnusableAnswerError("not JSON\nthe answer itself");
      return goodDrafts(request);
    });
    expect(kept).toHaveLength(40);
    expect(result).toMatchObject({ in: 42, done: 40, notDone: { "not JSON": 2 } });
  });

  it("makes nothing that is already known: given, measured on, or made in an earlier iteration", async () => {
    const known = ["seed", "dev", "test", "other", "earlier"].map((name) => goodDraft(name));
    const [seed, dev, test, other, earlier] = known.map((draft, index) => ({
      ...draft,
      id: `known-${index}`,
      answer: "7",
    }));
    const origin = { iteration: 1, errorTypeId: "type-a", call: 0, item: 0, seeds: [] };
    const { dropped } = await run(
      (request) => [...known, ...goodDrafts(request)],
      { problems: 4, patience: 1 },
      {
        made: [
          { syntheticProblems: [{ ...earlier!, origin }] },
          { ...made[0]!, seedProblems: [...made[0]!.seedProblems, seed!] },
          {
            devProblems: [dev!],
            benchmarkProblems: [{ ...test!, benchmark: "b" }],
            novelFromProblems: [other!],
          },
        ],
      },
    );
    const details = dropped.slice(0, 5).map(({ reason, detail }) => `${reason}: ${detail}`);
    expect(details).toEqual([
      ...["known-0", "known-1", "known-2", "known-3"].map(
        (id) => `not-novel-in-pool: Rouge-L 1.000 to ${id}`,
      ),
      "not-novel-among-kept: Rouge-L 1.000 to known-4",
    ]);
  });

  it("decides the same whatever call comes back first", async () => {
    const twins = (request: SynthesisRequest) => goodDrafts({ ...request, seed: request.seed.slice(-1) });
    const forwards = await run(twins, { patience: 1 });
    const backwards = await run(twins, { patience: 1 }, { backwards: true });
    expect(forwards.dropped.map(({ reason }) => reason)).toContain("not-novel-among-kept");
    expect(backwards.requests).not.toEqual(forwards.requests);
    expect(backwards.result).toEqual(forwards.result);
  });

  it("keeps by votes what independent solutions come to, and pays for no vote that decides nothing", async () => {
    const solved: string[] = [];
    const solve = async ({ question }: { question: string }) => {
      solved.push(question);
      return question.startsWith("ba") ? "It is 8" : "It is 7";
    };
    const { kept, dropped, result } = await run(
      goodDrafts,
      { verify: "votes", votes: 1, problemsPerCall: 7 },
      { solve },
    );
    expect(kept).toHaveLength(40);
    expect(kept.every(({ question }) => !question.startsWith("ba"))).toBe(true);
    const disagreeing = dropped.filter(({ reason }) => reason === "answer-disagrees");
    expect(disagreeing.length).toBeGreaterThan(0);
    expect(result.notDone["quota-reached"]).toBeGreaterThan(0);
    expect(solved).toHaveLength(kept.length + disagreeing.length);
  });

  it("takes votes by itself where the instructor can solve problems", async () => {
    const wrong = async () => "It is 8";
    const { kept } = await run(goodDrafts, { patience: 1 }, { solve: wrong });
    expect(kept).toEqual([]);
    expect((await run(goodDrafts, { verify: "recompute" }, { solve: wrong })).kept).toHaveLength(40);
  });

  it("cannot take votes of an instructor that solves nothing", async () => {
    await expect(run(goodDrafts, { verify: "votes" })).rejects.toThrow("cannot solve problems");
  });

  it("has nothing to do where there is no error type or no member", async () => {
    const { result, requests } = await run(
      goodDrafts,
      {},
      { made: [{ ...made[0]!, reviewedErrorTypes: [] }] },
    );
    expect(result).toMatchObject({ in: 0, done: 0, notDone: {} });
    expect(requests).toEqual([]);
    const stranger = { id: "type-c", name: "c", explanation: "", keyphrases: ["c"] };
    const none = await run(goodDrafts, {}, { made: [{ ...made[0]!, reviewedErrorTypes: [stranger] }] });
    expect(none.requests).toEqual([]);
  });
});
