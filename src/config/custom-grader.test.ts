import { describe, expect, it } from "vitest";
import type { GradingContext } from "../graders/grader.ts";
import { CustomGrader, createCustomGrader } from "./custom-grader.ts";
import { gradersOf } from "./graders-of.ts";
import { parseConfig } from "./load.ts";

const sameText = (output: string, answer: string) => output.trim() === answer;
const configOf = (more: object) =>
  parseConfig(
    { target: { kind: "embedded" }, data: { seeds: { wordProblems: "train", count: 1 } }, ...more },
    "a test",
  );

describe("a grader of the user's own", () => {
  it("is a function of output and answer", () => {
    const { grader, benchmarkGrader } = gradersOf(configOf({ grader: sameText }));
    expect(grader.grade(" 7 ", "7")).toMatchObject({ verdict: "right", prediction: "7" });
    expect(grader.grade("8", "7")).toMatchObject({ verdict: "wrong" });
    expect(benchmarkGrader.scores?.own?.id).toBe(grader.id);
  });

  it("can say in what way an output is not right, and what it read", () => {
    const whole = () => ({ verdict: "wrong" as const, prediction: "8", how: "last digit" });
    expect(gradersOf(configOf({ grader: whole })).grader.grade("", "")).toEqual(whole());
    expect(
      gradersOf(configOf({ benchmarkGrader: () => "refused" })).benchmarkGrader.grade("", "").verdict,
    ).toBe("refused");
  });

  it("is told of the options and of how the output ended", () => {
    const ended = (_output: string, _answer: string, { choices, finishReason }: GradingContext) => ({
      verdict: "wrong" as const,
      how: `${choices?.join()} ${finishReason}`,
    });
    const { grader } = gradersOf(configOf({ grader: ended }));
    expect(grader.grade("A", "B", { choices: ["1", "2"], finishReason: "stop" }).how).toBe("1,2 stop");
    expect(grader.grade("A", "B").how).toBe("undefined undefined");
  });

  it("is known by its text, or by the id that it is given", () => {
    const idOf = (grader: unknown) => gradersOf(configOf({ grader })).grader.id;
    expect(idOf(sameText)).toBe(idOf(sameText));
    expect(idOf((output: string) => output === "1")).not.toBe(idOf((output: string) => output === "2"));
    expect(idOf({ id: "mine@1", grade: sameText })).toBe("custom:mine@1");
  });

  it("is stored by its name, and asks for its file when it is read back", () => {
    const stored = JSON.parse(JSON.stringify(configOf({ grader: { id: "mine@1", grade: sameText } })));
    expect(stored.grader).toEqual({ id: "mine@1" });
    expect(() => gradersOf(configOf({ grader: stored.grader }))).toThrow('"mine@1" is a function');
  });

  it.each([
    ["a promise", async () => true, "which is no grade"],
    ["an unknown verdict", () => "correct", '"correct", which is no grade'],
    ["nothing", () => undefined, "undefined, which is no grade"],
    [
      "a failure",
      () => {
        throw new Error("no such file");
      },
      "failed: no such file",
    ],
  ])("must give a grade: %s", (_, grade, message) => {
    const grader = createCustomGrader(CustomGrader.parse({ id: "mine", grade }));
    expect(() => grader.grade("", "")).toThrow(message);
  });

  it("is refused in a configuration where it is neither a name nor a function", () => {
    expect(() => configOf({ grader: "maths" })).toThrow("grader");
    expect(() => configOf({ grader: 7 })).toThrow("grader");
  });
});
