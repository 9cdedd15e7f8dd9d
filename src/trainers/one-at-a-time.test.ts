import { describe, expect, it } from "vitest";
import { oneAtATime } from "./one-at-a-time.ts";
import type { InfluenceRequest, Trainer, TrainingRequest, TrainingResult } from "./trainer.ts";

const result: TrainingResult = { steps: [], trainedTokens: 1, skipped: [] };

describe("trainings on one machine", () => {
  it("begin one after the other, in their order", async () => {
    const { trainer, begun, end } = trainerEndedByHand();
    const first = trainer.train(requestInto("first"));
    const told: string[] = [];
    const second = trainer.train(requestInto("second", { onStatus: (status) => told.push(status) }));
    await settled();
    expect(begun).toEqual(["first"]);
    expect(told).toEqual(["waits for the training before it"]);
    end("first", result);
    expect(await first).toBe(result);
    await settled();
    expect(begun).toEqual(["first", "second"]);
    end("second", result);
    await second;
    const third = trainer.train(
      requestInto("third", { onStatus: () => expect.fail("nothing is before it") }),
    );
    await settled();
    end("third", result);
    await third;
  });

  it("go on after one that failed", async () => {
    const { trainer, end } = trainerEndedByHand();
    const first = trainer.train(requestInto("first"));
    const second = trainer.train(requestInto("second"));
    await settled();
    end("first", new Error("out of memory"));
    await expect(first).rejects.toThrow("out of memory");
    await settled();
    end("second", result);
    expect(await second).toBe(result);
  });

  it("do not begin when the run was interrupted while they waited", async () => {
    const { trainer, begun, end } = trainerEndedByHand();
    const first = trainer.train(requestInto("first"));
    const interruption = new AbortController();
    const second = trainer.train(requestInto("second", { signal: interruption.signal }));
    await settled();
    interruption.abort();
    end("first", result);
    await first;
    await expect(second).rejects.toThrow("aborted");
    expect(begun).toEqual(["first"]);
  });
});

describe("comparisons of gradients on one machine", () => {
  it("wait for the training before them, and are there where the trainer has them", async () => {
    const { trainer, inner, end } = trainerEndedByHand();
    expect(trainer).not.toHaveProperty("influences");
    const telling = oneAtATime({ ...inner, influences: async () => [0.5] });
    const training = telling.train(requestInto("first"));
    const told: string[] = [];
    const influences = telling.influences!({
      onStatus: (status: string) => told.push(status),
    } as unknown as InfluenceRequest);
    expect(told).toEqual(["waits for the training before it"]);
    await settled();
    end("first", result);
    await training;
    expect(await influences).toEqual([0.5]);
  });
});

const settled = () => new Promise((resolve) => setImmediate(resolve));

/** A trainer whose trainings end when the test says so. They are named by their output directory. */
function trainerEndedByHand() {
  const ends = new Map<string, (outcome: TrainingResult | Error) => void>();
  const begun: string[] = [];
  const inner: Trainer = {
    id: "by-hand@1",
    train: ({ outputDirectory }) =>
      new Promise((resolve, reject) => {
        begun.push(outputDirectory);
        ends.set(outputDirectory, (outcome) =>
          outcome instanceof Error ? reject(outcome) : resolve(outcome),
        );
      }),
  };
  const end = (name: string, outcome: TrainingResult | Error) => ends.get(name)!(outcome);
  return { trainer: oneAtATime(inner), inner, begun, end };
}

function requestInto(outputDirectory: string, more: Partial<TrainingRequest> = {}): TrainingRequest {
  return { outputDirectory, ...more } as TrainingRequest;
}
