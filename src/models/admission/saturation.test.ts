import { describe, expect, it } from "vitest";
import { createRandom } from "../../foundation/random.ts";
import { createAdmission } from "./admission.ts";
import { CallFailure } from "./call-failure.ts";
import type { Clock } from "./clock.ts";
import { fewAtOnce, fixedWindow, type HiddenLimit, slowing, tokenBucket } from "./endpoints.fixture.ts";
import { EndpointLimits } from "./limits.ts";
import { createVirtualClock } from "./virtual-clock.fixture.ts";

/** So many callers ask an endpoint all the time; half of it is to learn what it bears. */
async function saturate(limitOf: (clock: Clock) => HiddenLimit, minutes: number, callers = 256) {
  const clock = createVirtualClock();
  const random = createRandom("latencies");
  const endpoint = limitOf(clock);
  const admission = createAdmission("it", EndpointLimits.parse({}), { clock, random: random.next });
  const over = new AbortController();
  const half = { answered: 0, refused: 0 };
  let answered = 0;
  const isLate = () => clock.now() > minutes * 30_000;

  const send = () => {
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    const reception = endpoint.receive();
    if ("refusedFor" in reception) {
      if (isLate()) half.refused += 1;
      const { refusedFor: retryAfterMilliseconds } = reception;
      clock.after(5, () => reject(new CallFailure("refused", "too many", { retryAfterMilliseconds })));
    } else {
      clock.after(reception.answersAfter * (0.8 + 0.4 * random.next()), () => {
        endpoint.leave();
        answered += 1;
        if (isLate()) half.answered += 1;
        resolve();
      });
    }
    return promise;
  };
  const call = { send, estimatedTokens: 1, usedTokens: () => 1, signal: over.signal };
  const callForEver = async (): Promise<void> => {
    while (!over.signal.aborted) await admission.admit(call).catch(() => {});
  };
  clock.after(minutes * 60_000, () => over.abort());
  await clock.until(Promise.all(Array.from({ length: callers }, callForEver)));
  const possible = endpoint.possible(minutes * 60_000);
  return {
    goodput: answered / possible,
    goodputOnceSettled: half.answered / (possible / 2),
    refusedOnceSettled: half.refused / (half.answered + half.refused),
  };
}

describe("an admission", () => {
  it.each([
    ["a window of a minute", (clock: Clock) => fixedWindow(clock, 1200, 60_000, 50), 4],
    ["a window of ten seconds", (clock: Clock) => fixedWindow(clock, 200, 10_000, 50), 2],
    ["a small bucket", (clock: Clock) => tokenBucket(clock, 1200, 20, 50), 1],
    ["a large bucket", (clock: Clock) => tokenBucket(clock, 1200, 600, 50), 4],
  ])("uses what %s allows, and is hardly refused", async (_, limitOf, minutes) => {
    const figures = await saturate(limitOf, minutes);
    expect(figures.goodput).toBeGreaterThan(0.95);
    expect(figures.refusedOnceSettled).toBeLessThan(0.02);
  });

  it.each([
    ["one call", slowing(1, 50)],
    ["a few calls", slowing(24, 100)],
    ["many calls", slowing(80, 500)],
  ])("finds out how many calls at once serve a server best that slows down: %s", async (_, limit) => {
    const { goodputOnceSettled } = await saturate(() => limit, 2);
    expect(goodputOnceSettled).toBeGreaterThan(0.95);
  });

  it("finds out how many calls at once are not refused", async () => {
    const figures = await saturate(() => fewAtOnce(20, 100), 4);
    expect(figures.goodputOnceSettled).toBeGreaterThan(0.9);
    expect(figures.refusedOnceSettled).toBeLessThan(0.02);
  });

  it("recovers when a server allows more than before", async () => {
    const figures = await saturate((clock) => {
      const strict = tokenBucket(clock, 300, 5, 50);
      const generous = tokenBucket(clock, 1200, 20, 50);
      const current = () => (clock.now() < 60_000 ? strict : generous);
      return {
        receive: () => current().receive(),
        leave() {},
        possible: (milliseconds) => generous.possible(milliseconds - 60_000) + 300,
      };
    }, 4);
    expect(figures.goodputOnceSettled).toBeGreaterThan(0.9);
  });

  it("comes back to full use after a time in which a server refused everything", async () => {
    const latency = 100;
    const figures = await saturate((clock) => {
      const isClosed = () => clock.now() > 5000 && clock.now() < 20_000;
      return {
        receive() {
          if (isClosed()) return { refusedFor: 1000 };
          return { answersAfter: latency };
        },
        leave() {},
        // What 64 calls at once would get: all that is needed is not to creep.
        possible: (milliseconds) => (milliseconds / latency) * 64,
      };
    }, 4);
    expect(figures.goodputOnceSettled).toBeGreaterThan(1);
  });
});
