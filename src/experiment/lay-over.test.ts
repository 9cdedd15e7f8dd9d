import { describe, expect, it } from "vitest";
import { layOver } from "./lay-over.ts";

describe("a part laid over a configuration", () => {
  it("joins sections key by key and replaces anything else", () => {
    const below = {
      recipe: "sei",
      controls: ["rft"],
      stages: { select: { keep: 0.5, devBad: 3 }, train: {} },
    };
    const above = { controls: [], stages: { select: { keep: 0.1 } } };
    expect(layOver(below, above)).toEqual({
      recipe: "sei",
      controls: [],
      stages: { select: { keep: 0.1, devBad: 3 }, train: {} },
    });
  });

  it("replaces a section of another kind, and joins one of the same", () => {
    const below = { target: { kind: "embedded", threads: 2 } };
    expect(layOver(below, { target: { kind: "replay", file: "a.jsonl" } })).toEqual({
      target: { kind: "replay", file: "a.jsonl" },
    });
    expect(layOver(below, { target: { kind: "embedded", directory: "a" } })).toEqual({
      target: { kind: "embedded", threads: 2, directory: "a" },
    });
  });
});
