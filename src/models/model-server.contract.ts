import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ErrataError } from "../foundation/errors.ts";
import type { GenerationRequest, LanguageModel } from "./language-model.ts";
import type { ModelServer } from "./model-server.ts";

/** A server to hold against the port, with folders of trained weights. */
export interface ServerUnderTest {
  server: ModelServer;
  /** Weights that change what the model says to the request. */
  trained: string;
  /** Weights that the server cannot load. */
  unservable: string;
  request: GenerationRequest;
  close(): Promise<void>;
}

/** What every adapter of the model server port promises. */
export function describeModelServer(name: string, open: () => Promise<ServerUnderTest>): void {
  describe(name, () => {
    let under: ServerUnderTest;
    beforeAll(async () => {
      under = await open();
    });
    afterAll(() => under.close());
    const say = async (model: LanguageModel) => (await model.generate(under.request)).text;

    it("gives the base model its own identity, and what was trained of it another", async () => {
      const { server, trained } = under;
      const base = await server.serve(null);
      const adapted = await server.serve(trained);
      expect(base.id).toBe(server.baseId);
      expect(adapted.id).not.toBe(base.id);
      expect(adapted.concurrency).toBeGreaterThanOrEqual(1);
      await adapted.close?.();
    });

    it("leaves the base model what it is, whatever is served beside it", async () => {
      const { server, trained } = under;
      const base = await server.serve(null);
      const before = await say(base);
      const adapted = await server.serve(trained);
      expect(await say(adapted)).not.toBe(before);
      expect(await say(base)).toBe(before);
      await adapted.close?.();
      expect(await say(base)).toBe(before);
    });

    it("serves the same weights twice as the same model, each until it is closed", async () => {
      const { server, trained } = under;
      const [one, other] = await Promise.all([server.serve(trained), server.serve(trained)]);
      expect(one.id).toBe(other.id);
      const text = await say(one);
      await one.close?.();
      await one.close?.();
      expect(await say(other)).toBe(text);
      await other.close?.();
      const again = await server.serve(trained);
      expect(again.id).toBe(one.id);
      expect(await say(again)).toBe(text);
      await again.close?.();
    });

    it("says in a sentence why weights cannot be served, and serves on", async () => {
      const { server, unservable } = under;
      const base = await server.serve(null);
      const error = await server.serve(unservable).catch((error: unknown) => error);
      expect(ErrataError.isInstance(error)).toBe(true);
      expect((error as ErrataError).message).toMatch(/\S \S.*[.:]/);
      expect(await say(base)).toMatch(/\S/);
    });
  });
}
