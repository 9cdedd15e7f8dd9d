import { afterEach, describe, expect, it } from "vitest";
import { startThread, type Thread } from "./thread.ts";

type Task = "double 4" | "fail" | "exit";

let thread: Thread<Task, number> | undefined;
afterEach(() => thread?.close());

const start = (): Thread<Task, number> => {
  thread = startThread<Task, number>(new URL("./fixtures/echo-thread", import.meta.url), 2);
  return thread;
};

describe("startThread", () => {
  it("answers tasks in order and counts those without an answer", async () => {
    const { ask } = start();
    const answers = [ask("double 4"), ask("double 4")];
    expect(thread?.unanswered).toBe(2);
    expect(await Promise.all(answers)).toEqual([8, 8]);
    expect(thread?.unanswered).toBe(0);
  });

  it("hands on a task's failure with its advice and goes on", async () => {
    const { ask } = start();
    await expect(ask("fail")).rejects.toMatchObject({ message: "no such thing", advice: "Try another." });
    expect(await ask("double 4")).toBe(8);
  });

  it("fails all tasks, also later ones, when the thread ends", async () => {
    const { ask } = start();
    const ended = "ended before its work was done";
    await Promise.all([
      expect(ask("exit")).rejects.toThrow(ended),
      expect(ask("double 4")).rejects.toThrow(ended),
    ]);
    await expect(ask("double 4")).rejects.toThrow(ended);
  });
});
