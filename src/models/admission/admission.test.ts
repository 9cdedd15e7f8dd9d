import { describe, expect, it } from "vitest";
import { ErrataError, UnansweredError, UnusableAnswerError } from "../../foundation/errors.ts";
import { createAdmission } from "./admission.ts";
import { CallFailure, type CallFailureKind } from "./call-failure.ts";
import { EndpointLimits } from "./limits.ts";
import { createVirtualClock } from "./virtual-clock.fixture.ts";

const failure = (kind: CallFailureKind, retryAfterMilliseconds?: number) =>
  new CallFailure(kind, `it ${kind}`, { retryAfterMilliseconds });

/** An admission in virtual time, and calls whose every try is scripted: an error to throw, or a text to answer. */
function bench(limits: Partial<EndpointLimits> = {}, graceMilliseconds = 0) {
  const clock = createVirtualClock();
  const admission = createAdmission("the endpoint", EndpointLimits.parse(limits), {
    clock,
    random: () => 1,
    graceMilliseconds,
  });
  const sentAt: number[] = [];
  const call = (tries: (Error | string | Promise<string>)[], signal?: AbortSignal, estimatedTokens = 1) =>
    admission.admit({
      async send() {
        sentAt.push(clock.now());
        const next = tries.length > 1 ? tries.shift()! : tries[0]!;
        if (next instanceof Error) throw next;
        return next;
      },
      estimatedTokens,
      usedTokens: () => estimatedTokens,
      signal,
    });
  return { clock, call, sentAt };
}
const never = new Promise<string>(() => {});

describe("createAdmission", () => {
  it("sends a call that failed again, twice as late each time, and leaves it after six times", async () => {
    const { clock, call, sentAt } = bench();
    expect(await clock.until(call([failure("failed"), failure("failed"), "answer"]))).toBe("answer");
    expect(sentAt).toEqual([0, 1000, 3000]);

    const { promise, error } = settle(call([failure("failed")]));
    await clock.until(promise);
    expect(error()).toBeInstanceOf(UnansweredError);
    expect(error()).toMatchObject({ message: "it failed (asked 6 times)" });
    expect(sentAt).toHaveLength(3 + 6);
  });

  it("waits as long as a refusal asks, or two seconds, and longer when that did not help", async () => {
    const { clock, call, sentAt } = bench();
    await clock.until(call([failure("refused", 7000), "answer"]));
    await clock.until(call([failure("refused"), "answer"]));
    await clock.until(
      call([failure("refused", 500), failure("refused", 500), failure("refused", 500), "answer"]),
    );
    expect(sentAt).toEqual([0, 7000, 7000, 9000, 9000, 9500, 13_500, 21_500]);
  });

  it("holds up everybody while an endpoint rests", async () => {
    const { clock, call, sentAt } = bench();
    const first = call([failure("refused", 5000), "first"]);
    await clock.until(clockPasses(clock, 1));
    expect(await clock.until(Promise.all([first, call(["second"])]))).toEqual(["first", "second"]);
    expect(sentAt).toEqual([0, 5000, 5000]);
  });

  it("ends a call that hangs, tries again, and does not wait for the answer that comes too late", async () => {
    const { clock, call, sentAt } = bench({ timeoutSeconds: 20 });
    expect(await clock.until(call([never, "answer"]))).toBe("answer");
    expect(sentAt).toEqual([0, 21_000]);
  });

  it("does not send again what failed for good, and goes on with the rest", async () => {
    const { clock, call, sentAt } = bench();
    const tooLong = new UnusableAnswerError("too long");
    await expect(clock.until(call([tooLong]))).rejects.toBe(tooLong);
    expect(await clock.until(call(["answer"]))).toBe("answer");
    expect(sentAt).toHaveLength(2);
  });

  it("ends all calls at once where they are in vain: those under way, those that wait and those to come", async () => {
    const { clock, call, sentAt } = bench({ concurrency: 2 });
    const wrongKey = new ErrataError("the key is wrong");
    const calls = [call([never]), call([wrongKey]), call(["waits"]), call([failure("failed")])];
    const endings = await clock.until(Promise.allSettled(calls));
    expect(endings.map((ending) => ending.status === "rejected" && ending.reason)).toEqual(
      calls.map(() => wrongKey),
    );
    await expect(call(["late"])).rejects.toBe(wrongKey);
    expect(sentAt).toHaveLength(2);
  });

  it("stops at once where nobody is there, but waits for an endpoint that has answered before", async () => {
    const absent = bench();
    await expect(absent.clock.until(absent.call([failure("unreachable")]))).rejects.toMatchObject({
      message: "the endpoint cannot be reached: it unreachable.",
      advice: expect.stringContaining("Start the server"),
    });

    const { clock, call } = bench();
    await clock.until(call(["answer"]));
    const restarting = [failure("unreachable"), failure("unreachable"), failure("unreachable"), "back"];
    expect(await clock.until(call(restarting))).toBe("back");
  });

  it("stops when ten calls in a row got no answer, and when a rest takes too long", async () => {
    const { clock, call } = bench({ concurrency: 1 });
    const endings = await clock.until(
      Promise.allSettled(Array.from({ length: 12 }, () => call([failure("failed")]))),
    );
    const errors = endings.map((ending) => (ending as PromiseRejectedResult).reason as Error);
    expect(errors.filter((error) => error instanceof UnansweredError)).toHaveLength(9);
    expect(errors.at(-1)!.message).toContain("The last 10 calls to the endpoint got no answer");

    const tired = bench();
    await expect(tired.clock.until(tired.call([failure("refused", 3_600_000)]))).rejects.toThrow(
      "gives no answer for too long",
    );
  });

  it("waits a while for the answer of a call that was sent, and for no other, once it is aborted", async () => {
    const { clock, call, sentAt } = bench({ concurrency: 1 }, 5000);
    const controller = new AbortController();
    const late = Promise.withResolvers<string>();
    const answered = settle(call([late.promise], controller.signal));
    const waiting = settle(call(["waits"], controller.signal));
    await clock.until(clockPasses(clock, 10));
    controller.abort(new Error("enough"));
    await waiting.promise;
    expect(waiting.error()).toEqual(new Error("enough"));
    clock.after(4000, () => late.resolve("answer"));
    expect(await clock.until(answered.promise)).toBe("answer");
    expect(sentAt).toHaveLength(1);

    const second = new AbortController();
    const lost = settle(call([never], second.signal));
    const sent = clock.now();
    second.abort(new Error("enough"));
    await clock.until(lost.promise);
    expect([lost.error(), clock.now() - sent]).toEqual([new Error("enough"), 5000]);
  });

  it("rejects with the reason of an abort, wherever the call is", async () => {
    const { clock, call } = bench({ concurrency: 1 });
    const controller = new AbortController();
    const inFlight = call([never], controller.signal);
    const waiting = call(["waits"], controller.signal);
    const other = call(["other"]);
    await clock.until(clockPasses(clock, 10));
    const reason = new Error("enough");
    controller.abort(reason);
    await expect(inFlight).rejects.toBe(reason);
    await expect(waiting).rejects.toBe(reason);
    expect(await clock.until(other)).toBe("other");
    await expect(call(["late"], controller.signal)).rejects.toBe(reason);
  });

  it("spreads calls by the requests a minute, and by the tokens they need", async () => {
    const byRequests = bench({ requestsPerMinute: 60 });
    await byRequests.clock.until(Promise.all(Array.from({ length: 4 }, () => byRequests.call(["answer"]))));
    expect(byRequests.sentAt).toEqual([0, 900, 1900, 2900]);

    const byTokens = bench({ tokensPerMinute: 6000 });
    const calls = Array.from({ length: 3 }, () => byTokens.call(["answer"], undefined, 500));
    await byTokens.clock.until(Promise.all(calls));
    expect(byTokens.sentAt).toEqual([0, 4900, 9900]);
  });
});

function clockPasses(clock: ReturnType<typeof createVirtualClock>, milliseconds: number): Promise<void> {
  return new Promise((resolve) => void clock.after(milliseconds, resolve));
}

function settle(promise: Promise<unknown>) {
  let caught: unknown;
  return {
    promise: promise.catch((error) => {
      caught = error;
    }),
    error: () => caught,
  };
}
