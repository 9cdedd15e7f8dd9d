import { afterEach, describe, expect, it } from "vitest";
import { type StoppableThread, startStoppableThread } from "./stoppable-thread.ts";

const thread = (): StoppableThread<string, string> => {
  started = startStoppableThread({
    file: new URL("./stuck.fixture-worker", import.meta.url),
    timeLimit: 1000,
    giveUp: (reason) => `given up: ${reason}`,
  });
  return started;
};
let started: StoppableThread<string, string>;
afterEach(() => started.close());

describe("a stoppable thread", () => {
  it("answers in order", async () => {
    const { answer } = thread();
    const batches = await Promise.all([answer(["a", "b"]), answer([]), answer(["c"])]);
    expect(batches).toEqual([["a", "b"], [], ["c"]]);
  });

  it("gives up a task that stands still and answers all others", async () => {
    const { answer } = thread();
    const batches = await Promise.all([answer(["a", "stand still", "b"]), answer(["c"])]);
    expect(batches).toEqual([["a", "given up: it was stopped after 1000 ms", "b"], ["c"]]);
  });

  it("gives up a task that ends the thread", async () => {
    expect(await thread().answer(["a", "end", "b"])).toEqual([
      "a",
      "given up: its thread ended with code 3",
      "b",
    ]);
  });

  it("gives up a task that fails, and keeps the thread", async () => {
    expect(await thread().answer(["throw", "b"])).toEqual(["given up: this one fails", "b"]);
  });
});
