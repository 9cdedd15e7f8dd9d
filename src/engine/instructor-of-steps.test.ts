import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Instructor } from "../instructors/instructor.ts";
import type { LanguageModel } from "../models/language-model.ts";
import { instructorOfSteps } from "./instructor-of-steps.ts";
import type { RunStore } from "./run-store.ts";
import { openSqliteRunStore } from "./sqlite-run-store.ts";
import { runToy, toyRecipe, toyServices, toyStage } from "./toy-run.fixture.ts";

let store: RunStore;
beforeEach(() => {
  store = openSqliteRunStore(":memory:");
});
afterEach(() => store.close());

/** An instructor whose diagnosis is what its model says about the problem. */
function askingInstructor() {
  const asked: string[] = [];
  const closed: string[] = [];
  const model: LanguageModel = {
    id: "teacher",
    concurrency: 1,
    async generate({ prompt }) {
      asked.push(prompt);
      return { text: `about ${prompt}`, finishReason: "stop", usage: { inputTokens: 2, outputTokens: 3 } };
    },
  };
  const over = (used: LanguageModel): Instructor => ({
    ...toyServices().instructor,
    id: `asking:${used.id}`,
    async diagnose({ problem: { id } }) {
      const { text } = await used.generate({ prompt: id, maxOutputTokens: 1, temperature: 0 });
      return { problemId: id, keyphrase: text, firstWrongStep: null, explanation: "" };
    },
    askingThrough: (wrap) => over(wrap(used)),
    close: async () => {
      closed.push("instructor");
    },
  });
  return { instructor: over(model), asked, closed };
}
const badCase = (id: string) => ({
  problem: { id, question: id, solution: "", answer: id },
  attempt: { problemId: id, output: "", prediction: null, verdict: "wrong" as const, how: "" },
});

describe("instructorOfSteps", () => {
  it("asks for the same once, whichever step asks, also at the same time and in a later run", async () => {
    const { instructor, asked } = askingInstructor();
    const steps = instructorOfSteps(instructor, store);
    const both = ["a", "b"].map((step) => steps(step).diagnose(badCase("1")));
    expect((await Promise.all(both)).map(({ keyphrase }) => keyphrase)).toEqual(["about 1", "about 1"]);
    await instructorOfSteps(instructor, store)("a").diagnose(badCase("1"));
    expect(asked).toEqual(["1"]);
  });

  it("counts answers for the step that asked", async () => {
    const { instructor } = askingInstructor();
    const asking = toyStage({
      name: "ask",
      uses: ["instructor"],
      async run({ services }) {
        await services.instructor.diagnose(badCase("1"));
        return { artifacts: {}, in: 0, done: 0, notDone: {} };
      },
    });
    await runToy(store, { recipe: toyRecipe([{ stage: asking }]), services: toyServices({ instructor }) });
    expect(store.step("method/1/ask")?.calls).toEqual({ count: 1, inputTokens: 2, outputTokens: 3 });
  });

  it("leaves an instructor that asks no model as it is", () => {
    const { instructor } = toyServices();
    expect(instructorOfSteps(instructor, store)("a")).toBe(instructor);
  });

  it("is ended with the run, also when a stage fails", async () => {
    const { instructor, closed } = askingInstructor();
    const services = toyServices({ instructor });
    await runToy(store, { recipe: toyRecipe([]), services });
    const failing = toyStage({ name: "fail", run: () => Promise.reject(new Error("failed")) });
    await expect(runToy(store, { recipe: toyRecipe([{ stage: failing }]), services })).rejects.toThrow(
      "failed",
    );
    expect(closed).toEqual(["instructor", "instructor"]);
  });
});
