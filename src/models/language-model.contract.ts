import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { GenerationRequest, LanguageModel } from "./language-model.ts";

/** A model to hold against the port, with what it can be asked. */
export interface ModelUnderTest {
  model: LanguageModel;
  /** Several requests that it answers, each of them at length. */
  requests: readonly GenerationRequest[];
  /** Saved generations are given as they were saved: neither cut nor counted. */
  isLive: boolean;
  /** A request that the model cannot answer. */
  unanswerable?: GenerationRequest;
  close(): Promise<void>;
}

/** What every adapter of the language model port promises. */
export function describeLanguageModel(name: string, open: () => Promise<ModelUnderTest>): void {
  describe(name, () => {
    let under: ModelUnderTest;
    beforeAll(async () => {
      under = await open();
    });
    afterAll(() => under.close());
    const ask = (request: GenerationRequest, signal?: AbortSignal) => under.model.generate(request, signal);

    it("has an identity and room for at least one request", () => {
      expect(under.model.id).toMatch(/\S/);
      expect(under.model.concurrency).toBeGreaterThanOrEqual(1);
    });

    it("gives a request at temperature 0 the same answer, whatever else is in flight", async () => {
      const alone = [];
      for (const request of under.requests) alone.push(await ask(request));
      const together = await Promise.all(under.requests.toReversed().map((request) => ask(request)));
      expect(together.toReversed()).toEqual(alone);
      expect(new Set(alone.map(({ text }) => text)).size).toBeGreaterThan(1);
    });

    it("takes more requests at once than it can hold", async () => {
      const [first] = under.requests;
      const many = Array.from({ length: under.model.concurrency + 5 }, () => ask(first!));
      const texts = (await Promise.all(many)).map(({ text }) => text);
      expect(new Set(texts).size).toBe(1);
    });

    it("says why the answer ended and counts tokens", async () => {
      for (const { finishReason, usage } of await Promise.all(
        under.requests.map((request) => ask(request)),
      )) {
        expect(["stop", "length"]).toContain(finishReason);
        expect(usage.inputTokens).toBeGreaterThanOrEqual(under.isLive ? 1 : 0);
        expect(usage.outputTokens).toBeGreaterThanOrEqual(under.isLive ? 1 : 0);
      }
    });

    it("ends before the first of the stop texts", async ({ skip }) => {
      if (!under.isLive) skip();
      const request = under.requests[0]!;
      const whole = await ask(request);
      const late = whole.text.slice(-3);
      const early = whole.text.slice(2, 4);
      const cut = await ask({ ...request, stop: [late, early, "never said"] });
      expect(cut).toMatchObject({
        text: whole.text.slice(0, whole.text.indexOf(early)),
        finishReason: "stop",
      });
    });

    it("cuts an answer at the token limit and says so", async ({ skip }) => {
      if (!under.isLive) skip();
      const request = under.requests[0]!;
      const whole = await ask(request);
      const cut = await ask({ ...request, maxOutputTokens: 2 });
      expect(cut.finishReason).toBe("length");
      expect(cut.text.length).toBeLessThan(whole.text.length);
      expect(whole.text.startsWith(cut.text)).toBe(true);
    });

    it("fails with an exception, not with an empty text", async ({ skip }) => {
      if (!under.unanswerable) skip();
      await expect(ask(under.unanswerable!)).rejects.toThrow(/\S/);
    });

    it("rejects with the reason when it is aborted, before or during the call", async () => {
      const reason = new Error("enough");
      const [first] = under.requests;
      await expect(ask(first!, AbortSignal.abort(reason))).rejects.toBe(reason);
      if (!under.isLive) return;
      const controller = new AbortController();
      const call = ask(first!, controller.signal);
      controller.abort(reason);
      await expect(call).rejects.toBe(reason);
      await expect(ask(first!)).resolves.toMatchObject({ text: expect.any(String) });
    });
  });
}
