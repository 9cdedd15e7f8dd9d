import { expect, it } from "vitest";
import { openSqliteRunStore } from "../engine/sqlite-run-store.ts";
import { problemsOf, runToy, toyRecipe, toyServices, toyStage } from "../engine/toy-run.fixture.ts";
import type { Instructor } from "../instructors/instructor.ts";
import type { LanguageModel } from "../models/language-model.ts";
import { shareResponses } from "./share-responses.ts";

const request = { prompt: "Why?", maxOutputTokens: 8, temperature: 0 };

/** A model that notes what it is asked. */
function notingModel(id: string, asked: string[]): LanguageModel {
  return {
    id,
    concurrency: 1,
    async generate({ prompt }) {
      asked.push(`${id}: ${prompt}`);
      return { text: prompt, finishReason: "stop", usage: { inputTokens: 1, outputTokens: 1 } };
    },
  };
}

/** Asks the target, and the instructor through the model behind it. */
const asking = toyStage({
  name: "asking",
  reads: ["seedProblems"],
  uses: ["target", "instructor"],
  async run({ services, signal }) {
    await (await services.target.withAdapter(null)).generate(request, signal);
    await services.instructor.diagnose({} as Parameters<Instructor["diagnose"]>[0], signal);
    return { artifacts: {}, in: 0, done: 0, notDone: {} };
  },
});

it("asks the target and the instructor's model once for all cells, and stores the answers in each of them", async () => {
  const asked: string[] = [];
  const instructorThrough = (model: LanguageModel): Instructor => ({
    ...toyServices().instructor,
    async diagnose() {
      await model.generate(request);
      return { problemId: "", keyphrase: "", firstWrongStep: 0, explanation: "" };
    },
    askingThrough: (wrap) => instructorThrough(wrap(model)),
  });
  const shared = openSqliteRunStore(":memory:");
  const cells = ["a", "b"].map((cell) => ({ cell, store: openSqliteRunStore(":memory:") }));
  for (const { cell, store } of cells) {
    const services = toyServices({
      server: { baseId: "t", serve: async () => notingModel("target", asked), close: async () => {} },
      instructor: instructorThrough(notingModel("teacher", asked)),
    });
    await runToy(store, {
      recipe: toyRecipe([{ stage: asking }]),
      given: { seedProblems: problemsOf("1") },
      services: shareResponses(services, shared, cell),
    });
  }
  expect(asked).toEqual(["target: Why?", "teacher: Why?"]);
  expect(cells.map(({ store }) => store.step("method/1/asking")?.calls.count)).toEqual([2, 2]);
  expect(new Set(shared.usage().map(({ step }) => step))).toEqual(new Set(["a"]));
});
