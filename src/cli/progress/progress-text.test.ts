import { describe, expect, it } from "vitest";
import { underWayText } from "./progress-text.ts";
import type { ActiveStep } from "./tracker.ts";

const active = (more: Partial<ActiveStep>) =>
  underWayText({ ended: 0, failed: 0, total: 0, ...more } as ActiveStep, null);

describe("underWayText", () => {
  it("counts what is done, and says nothing of counts before they are known", () => {
    expect(active({ ended: 3, total: 18, note: "loss 0.431" })).toBe("3/18 · loss 0.431");
    expect(active({ note: "loading a model" })).toBe("loading a model");
  });
});
