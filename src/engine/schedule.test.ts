import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Stage } from "../stages/stage.ts";
import { dependenciesOf } from "./dependencies.ts";
import { type Plan, planRun, type Recipe, stepsOf } from "./recipe.ts";
import { createSchedule, type ScheduleOptions } from "./schedule.ts";
import { toyStage } from "./toy-run.fixture.ts";

const stages = {
  evaluate: toyStage({
    name: "evaluate",
    mayRead: ["adapters"],
    writes: ["evaluatedProblems"],
    uses: ["target"],
  }),
  attempt: toyStage({ name: "attempt", mayRead: ["adapters"], writes: ["attempts"], uses: ["target"] }),
  select: toyStage({ name: "select", mayRead: ["attempts"], writes: ["trainingExamples"], uses: ["target"] }),
  train: toyStage({ name: "train", reads: ["trainingExamples"], writes: ["adapters"], uses: ["trainer"] }),
};
const entries = (...names: (keyof typeof stages)[]): { stage: Stage }[] =>
  names.map((name) => ({ stage: stages[name] }));
const recipe: Recipe = {
  name: "toy",
  method: {
    name: "method",
    atStart: entries("evaluate"),
    inEachIteration: entries("attempt", "select", "train", "evaluate"),
  },
  controls: [{ name: "control", inEachIteration: entries("select"), atEnd: entries("train", "evaluate") }],
};
const planOf = (iterations: number): Plan => planRun(recipe, { iterations, given: [] });

/** Lets steps begin as the schedule says and end as a test says. */
function play(plan: Plan, stored: readonly string[] = [], options: ScheduleOptions = {}) {
  const schedule = createSchedule(plan.goal, dependenciesOf(plan, new Set()), options);
  const states = new Map<string, "at-work" | "done" | "failed">();
  const begin = () => {
    const begun = schedule({ states, isStored: (id) => stored.includes(id) }).map(({ id }) => id);
    for (const id of begun) states.set(id, "at-work");
    return begun;
  };
  const end = (id: string, state: "done" | "failed" = "done") => {
    states.set(id, state);
    return begin();
  };
  return { begin, end, atWork: () => [...states].flatMap(([id, state]) => (state === "at-work" ? id : [])) };
}

describe("createSchedule", () => {
  it("lets measurements begin beside a training, and lines go beside each other", () => {
    const { begin, end } = play(planOf(2));
    expect(begin()).toEqual(["method/1/attempt"]);
    expect(end("method/1/attempt")).toEqual(["method/1/select", "control/1/select"]);
    expect(end("control/1/select")).toEqual([]);
    expect(end("method/1/select")).toEqual(["method/start/evaluate", "method/1/train"]);
    expect(end("method/1/train")).toEqual(["method/2/attempt"]);
    expect(end("method/2/attempt")).toEqual(["method/2/select", "control/2/select"]);
    expect(end("method/2/select")).toEqual(["method/2/train"]);
    expect(end("control/2/select")).toEqual(["method/1/evaluate", "control/end/train"]);
    expect(end("control/end/train")).toEqual(["control/end/evaluate"]);
    expect(end("method/2/train")).toEqual(["method/2/evaluate"]);
  });

  it("runs what a plan is to run, and waits for no training beyond", () => {
    const { begin, end } = play(planRun(recipe, { iterations: 2, given: [], until: "select" }));
    expect(begin()).toEqual(["method/start/evaluate", "method/1/attempt"]);
    expect(end("method/1/attempt")).toEqual(["method/1/select"]);
    expect(end("method/1/select")).toEqual([]);
  });

  it("does not make a measurement wait that is stored", () => {
    const { begin } = play(planOf(1), ["method/start/evaluate"]);
    expect(begin()).toEqual(["method/start/evaluate", "method/1/attempt"]);
  });

  it("lets each training run alone where it shares a device with the target, before what only measures", () => {
    const { begin, end } = play(planOf(1), [], { trainsAlone: true });
    expect(begin()).toEqual(["method/1/attempt"]);
    expect(end("method/1/attempt")).toEqual(["method/1/select", "control/1/select"]);
    expect(end("method/1/select")).toEqual([]);
    expect(end("control/1/select")).toEqual(["method/1/train"]);
    expect(end("method/1/train")).toEqual(["control/end/train"]);
    expect(end("control/end/train")).toEqual([
      "method/start/evaluate",
      "method/1/evaluate",
      "control/end/evaluate",
    ]);
  });

  it("lets what is stored go beside a training that runs alone", () => {
    const { begin, end } = play(planOf(1), ["method/start/evaluate", "method/1/train"], {
      trainsAlone: true,
    });
    expect(begin()).toEqual(["method/start/evaluate", "method/1/attempt"]);
    end("method/1/attempt");
    end("control/1/select");
    expect(end("method/1/select")).toEqual(["method/1/train"]);
  });

  it("lets nothing begin that reads from a failed step", () => {
    const { begin, end } = play(planOf(1));
    begin();
    end("method/1/attempt");
    end("method/1/select");
    expect(end("control/1/select", "failed")).toEqual(["method/start/evaluate"]);
    expect(end("method/start/evaluate")).toEqual([]);
    expect(end("method/1/train")).toEqual(["method/1/evaluate"]);
  });

  it("begins every step once, whatever ends first, and never stands still before the end", () => {
    fc.assert(
      fc.property(fc.nat(3), fc.boolean(), fc.infiniteStream(fc.nat()), (more, trainsAlone, choices) => {
        const plan = planOf(1 + more);
        const { begin, end, atWork } = play(plan, [], { trainsAlone });
        const begun = begin();
        for (let ids = atWork(); ids.length > 0; ids = atWork()) {
          begun.push(...end(ids[choices.next().value! % ids.length]!));
        }
        expect(begun.toSorted()).toEqual(
          stepsOf(plan)
            .map(({ id }) => id)
            .toSorted(),
        );
      }),
    );
  });
});
