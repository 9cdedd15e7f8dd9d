import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { planRun } from "../src/engine/recipe.ts";
import { createRandom } from "../src/foundation/random.ts";
import { createAdmissions } from "../src/models/admission/index.ts";
import { AiSdkSettings, createAiSdkServer } from "../src/models/ai-sdk/index.ts";
import { attempt } from "../src/stages/attempt.ts";
import { fastClock } from "./support/fast-clock.ts";
import { type FaultyServer, startFaultyServer } from "./support/faulty-server.ts";
import { createRunBench } from "./support/run-bench.ts";
import { createToyServices } from "./support/toy-services.ts";

const problems = 300;
const hopeless = ["7", "70", "170"];
const seedProblems = Array.from({ length: problems }, (_, index) => ({
  id: `${index}`,
  question: `What is 1 + 1, asked for time ${index}${hopeless.includes(`${index}`) ? ", unanswerable" : ""}?`,
  solution: "",
  answer: "2",
}));

const bench = createRunBench();
let server: FaultyServer;
beforeAll(async () => {
  server = await startFaultyServer(0.3, "unanswerable");
  await run();
}, 60_000);
afterAll(async () => {
  bench.remove();
  await server.close();
});

function run(): Promise<void> {
  const given = { seedProblems };
  const recipe = {
    name: "attempts",
    method: { name: "method", inEachIteration: [{ stage: attempt }] },
    controls: [],
  };
  return bench.execute({
    plan: planRun(recipe, { iterations: 1, given: ["seedProblems"] }),
    given,
    services: {
      ...createToyServices(),
      server: createAiSdkServer({
        settings: AiSdkSettings.parse({
          kind: "openai-compatible",
          baseUrl: server.baseUrl,
          model: "faulty",
          limits: { concurrency: 32, timeoutSeconds: 600 },
        }),
        admissions: createAdmissions({ clock: fastClock(400), random: createRandom("jitter").next }),
      }),
    },
  });
}

describe("a run with a server that fails three calls in ten, in every way", () => {
  it("ends every item, done or failed with a reason", () => {
    expect(server.failures).toBeGreaterThan(0.25 * problems);
    const items = bench.store.items("method/1/attempt");
    expect(items).toHaveLength(problems);
    const unanswered = items.filter(({ state }) => state === "unanswered");
    expect(unanswered.map(({ id }) => id)).toEqual(expect.arrayContaining(hopeless));
    // Six failures in a row by chance: one call in a thousand.
    expect(unanswered.length).toBeLessThanOrEqual(hopeless.length + 3);
    for (const { reason } of unanswered) expect(reason).toMatch(/\w+.* \(asked \d+ times\)$/);
    expect(items.filter(({ state }) => state === "done")).toHaveLength(problems - unanswered.length);
    expect(bench.store.step("method/1/attempt")).toMatchObject({
      state: "done",
      unanswered: unanswered.length,
    });
  });

  it("asks for no good answer twice, and in the next run only for what got none", async () => {
    const answered = [...server.answers.keys()];
    server.recover();
    await run();
    expect(bench.store.step("method/1/attempt")).toMatchObject({
      counts: { in: problems, done: problems },
      unanswered: 0,
    });
    expect(server.answers.size).toBe(problems);
    expect(answered.length).toBeGreaterThan(0.9 * problems);
    expect([...server.answers.values()].filter((times) => times > 1)).toEqual([]);
  });
});
