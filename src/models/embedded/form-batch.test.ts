import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formBatch } from "./form-batch.ts";

interface Named {
  id: number;
  context: number[];
  prompt: number[];
}

const requests = fc
  .array(fc.tuple(fc.nat(3), fc.integer({ min: 1, max: 50 })), { minLength: 1, maxLength: 80 })
  .map((drawn) =>
    drawn.map(
      ([context, length], id): Named => ({
        id,
        context: Array(context).fill(9),
        prompt: Array(length).fill(1),
      }),
    ),
  );

describe("formBatch", () => {
  it("takes the oldest, nobody twice, and at most the limit", () => {
    fc.assert(
      fc.property(requests, fc.integer({ min: 1, max: 32 }), (waiting, limit) => {
        const taken = formBatch(waiting, limit);
        expect(taken).toContain(waiting[0]);
        expect(new Set(taken).size).toBe(taken.length);
        expect(taken.length).toBeLessThanOrEqual(limit);
      }),
    );
  });

  it("never mixes requests with and without a context", () => {
    fc.assert(
      fc.property(requests, (waiting) => {
        const taken = formBatch(waiting);
        expect(new Set(taken.map(({ context }) => context.length > 0)).size).toBe(1);
      }),
    );
  });

  it("gives a context that many share a batch of its own", () => {
    const waiting = [1, 2, 1, 1, 2, 1].map((context, id) => ({ id, context: [context], prompt: [1] }));
    expect(formBatch(waiting).map(({ id }) => id)).toEqual([0, 2, 3, 5]);
  });

  it("puts contexts that few share together", () => {
    const waiting = [1, 2, 3].map((context, id) => ({ id, context: [context], prompt: [1] }));
    expect(formBatch(waiting)).toHaveLength(3);
  });

  it("prefers prompts of about the length of the oldest", () => {
    const waiting = [30, 5, 80, 31, 29, 60].map((length, id) => ({
      id,
      context: [],
      prompt: Array(length).fill(1),
    }));
    const taken = formBatch(waiting, 3);
    expect(taken.map(({ prompt }) => prompt.length).sort()).toEqual([29, 30, 31]);
  });
});
