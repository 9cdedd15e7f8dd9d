import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { limitInFlight } from "./limit-in-flight.ts";

describe("limitInFlight", () => {
  it("fills its slots and never more, in the order of asking, whatever fails", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.scheduler(),
        fc.integer({ min: 1, max: 5 }),
        fc.array(fc.boolean(), { maxLength: 20 }),
        async (scheduler, slots, succeed) => {
          const limit = limitInFlight(slots);
          const started: number[] = [];
          let inFlight = 0;
          let most = 0;
          const work = (index: number) => async () => {
            started.push(index);
            inFlight += 1;
            most = Math.max(most, inFlight);
            await scheduler.schedule(Promise.resolve());
            inFlight -= 1;
            if (!succeed[index]) throw new Error("failed");
            return index;
          };
          const outcomes = Promise.allSettled(succeed.map((_, index) => limit(work(index))));
          const ended = await scheduler.waitFor(outcomes);
          expect(ended.map(({ status }) => status === "fulfilled")).toEqual(succeed);
          expect(started).toEqual(succeed.map((_, index) => index));
          expect(most).toBe(Math.min(slots, succeed.length));
        },
      ),
    );
  });
});
