import { expect, it } from "vitest";
import { generationOf } from "../stages/stage-context.fixture.ts";
import { watchCalls } from "./calls-under-way.ts";

const turn = () => new Promise((resolve) => setImmediate(resolve));
const request = { prompt: "?", maxOutputTokens: 1, temperature: 0 };

it("tells after an abort how many answers are still under way, of all models, and nothing where none is", async () => {
  const controller = new AbortController();
  const awaited: number[] = [];
  const watch = watchCalls(controller.signal, (answers) => awaited.push(answers));
  const ended = watch({ id: "a", concurrency: 4, generate: async () => generationOf("2") });
  const slow = watch({ id: "b", concurrency: 4, generate: () => new Promise(() => {}) });
  const prompt = watch({
    id: "c",
    concurrency: 4,
    generate: (_, signal) =>
      new Promise((_, reject) => signal!.addEventListener("abort", () => reject(signal!.reason))),
  });
  await ended.generate(request);
  void slow.generate(request);
  void slow.generate(request);
  const rejected = prompt.generate(request, controller.signal).catch(() => "rejected");
  controller.abort();
  await turn();
  expect(await rejected).toBe("rejected");
  expect(awaited).toEqual([2]);
});
