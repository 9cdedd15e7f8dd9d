import { describe, expect, it } from "vitest";
import type { ProblemDraft, VariationRequest } from "../../instructors/instructor.ts";
import { goodDrafts } from "../nonsense.fixture.ts";
import type { Stage } from "../stage.ts";
import {
  attemptOf,
  type ContextParts,
  contextOf,
  instructorWith,
  problemOf,
} from "../stage-context.fixture.ts";
import { llmsAsInstructors } from "./llms-as-instructors.ts";
import { selfInstruct } from "./self-instruct.ts";

const ids = Array.from({ length: 12 }, (_, index) => `p${index}`);
/** The first three problems are bad cases. */
const isBad = (id: string) => ids.indexOf(id) < 3;
const made = [
  {
    seedProblems: ids.map((id) => problemOf(id)),
    attempts: ids.map((id) => attemptOf(id, isBad(id) ? "wrong" : "right")),
  },
];

async function run(
  stage: Stage<never>,
  settings: object,
  write: (request: VariationRequest) => ProblemDraft[] = goodDrafts,
  more: ContextParts = {},
) {
  const requests: VariationRequest[] = [];
  const instructor = instructorWith({
    vary: async (request) => {
      requests.push(request);
      return write(request);
    },
  });
  const context = contextOf({ made, services: { instructor }, ...more });
  const result = await stage.run(context, stage.settings.parse({ problemsPerCall: 4, ...settings }));
  return { result, requests, examples: result.artifacts.trainingExamples! };
}

/** The last draft of a call is wrong. */
const mostlyGood = (request: VariationRequest) =>
  goodDrafts(request).map((draft, item) =>
    item === request.count - 1 && request.count > 1 ? { ...draft, solution: "1 + 1 = 3\n#### 3" } : draft,
  );

describe("self-instruct", () => {
  const stage = selfInstruct as Stage<never>;

  it("makes every novel and verified problem an example, until there are as many as asked for", async () => {
    const { result, examples } = await run(stage, { examples: 10 }, mostlyGood);
    expect(examples).toHaveLength(10);
    expect(result.artifacts.syntheticProblems!.map(({ id }) => id)).toEqual(
      examples.map(({ sources }) => sources[0]),
    );
    expect(Object.keys(result.notDone)).toEqual(["arithmetic-wrong", "quota-reached"]);
    expect(result.in).toBe(
      result.done + Object.values(result.notDone).reduce((sum, count) => sum + count, 0),
    );
  });

  it("shows eight random seed problems, later six beside two that it wrote, and no bad case", async () => {
    const { requests } = await run(stage, { examples: 10 }, mostlyGood);
    const shown = requests.map(({ problems }) => problems.filter(({ id }) => ids.includes(id)).length);
    expect(shown[0]).toBe(8);
    expect(shown.at(-1)).toBe(6);
    expect(requests.every(({ badCase, problems }) => badCase === null && problems.length === 8)).toBe(true);
    expect(selfInstruct.reads).not.toContain("attempts");
  });

  it("gives up, and says what is missing, where nothing can be kept", async () => {
    const { result, requests } = await run(stage, { examples: 8 }, () => []);
    expect(requests).toHaveLength(2 * 3);
    expect(result).toMatchObject({ in: 8, done: 0, notDone: { "not written": 8 } });
  });
});

describe("llms-as-instructors", () => {
  const stage = llmsAsInstructors as Stage<never>;
  const perCase = (examples: { sources: string[] }[]) =>
    Object.values(Object.groupBy(examples, ({ sources }) => sources[1]!))
      .map((own) => own!.length)
      .sort();

  it("writes for every bad case an equal share", async () => {
    const { result, requests, examples } = await run(stage, { examples: 8 });
    expect(perCase(examples)).toEqual([2, 3, 3]);
    expect(
      requests.every(({ badCase, problems }) => isBad(badCase!.problem.id) && problems.length === 0),
    ).toBe(true);
    expect(result).toMatchObject({ in: 8, done: 8, notDone: {} });
  });

  it("asks for a random part of the bad cases where there are more of them than examples", async () => {
    const { examples } = await run(stage, { examples: 2 });
    expect(perCase(examples)).toEqual([1, 1]);
  });

  it("leaves the share of a case for which nothing can be written to the others", async () => {
    const { result, examples } = await run(stage, { examples: 8 }, (request) =>
      request.badCase!.problem.id === "p0" ? [] : goodDrafts(request),
    );
    expect(perCase(examples)).toEqual([4, 4]);
    expect(result).toMatchObject({ in: 8, done: 8, notDone: {} });
  });

  it("keeps nothing twice, also where it comes back to a case", async () => {
    const { examples, result } = await run(stage, { examples: 8 }, (request) =>
      request.badCase!.problem.id === "p0"
        ? []
        : goodDrafts({ ...request, seed: request.badCase!.problem.id }),
    );
    const questions = result.artifacts.syntheticProblems!.map(({ question }) => question);
    expect(new Set(questions).size).toBe(examples.length);
    expect(result.notDone["not-novel-among-kept"]).toBeGreaterThan(0);
  });

  it("shows in its contrastive variant the problems nearest to the case that the target solves", async () => {
    const { requests } = await run(stage, { examples: 3, neighbours: 2 }, goodDrafts, {
      made: [
        {
          seedProblems: [
            problemOf("p0", { question: "How many red apples does Tom eat?" }),
            problemOf("p3", { question: "A train leaves at noon." }),
            problemOf("p4", { question: "How many green apples does Ann eat?" }),
            problemOf("p5", { question: "How many apples does Tom buy?" }),
            problemOf("p1", { question: "How many red apples does Tom buy?" }),
          ],
          attempts: made[0]!.attempts,
        },
      ],
    });
    const [first] = requests.filter(({ badCase }) => badCase!.problem.id === "p0");
    expect(first!.problems.map(({ id }) => id)).toEqual(["p5", "p4"]);
  });

  it("says so where the instructor writes by error types alone", async () => {
    const context = contextOf({ made, services: { instructor: instructorWith({}) } });
    const settings = stage.settings.parse({ examples: 3 });
    await expect(stage.run(context, settings)).rejects.toThrow("for error types alone");
  });

  it("has nothing to do where nothing is wrong", async () => {
    const attempts = ids.map((id) => attemptOf(id, "right"));
    const { result } = await run(stage, { examples: 3 }, goodDrafts, { made: [{ ...made[0]!, attempts }] });
    expect(result).toMatchObject({ in: 3, done: 0, notDone: { "not written": 3 } });
  });
});
