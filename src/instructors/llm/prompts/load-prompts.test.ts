import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { ProtocolName } from "../protocols.ts";
import { loadPrompts, type Prompts } from "./load-prompts.ts";
import { lemmaPromptNames, type PromptName, seiPromptNames } from "./variables.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "errata-prompts-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe("loadPrompts", () => {
  const namesOf: Record<ProtocolName, readonly PromptName[]> = {
    sei: seiPromptNames,
    "sei-paper": seiPromptNames,
    lemma: lemmaPromptNames,
    "lemma-paper": lemmaPromptNames,
  };
  it.each(Object.keys(namesOf) as ProtocolName[])(
    "finds every prompt of %s, and knows every name that it uses",
    (protocol) => {
      const prompts: Prompts = loadPrompts(protocol);
      for (const name of namesOf[protocol]) {
        const text = prompts.fill(name, {});
        expect(text.length, name).toBeGreaterThan(20);
        expect(text, name).not.toContain("{{");
      }
    },
  );

  it("takes a user's file for the protocol's, and the protocol's where there is none", () => {
    writeFileSync(join(folder, "solve.md"), "Solve: {{question}}\n");
    const prompts = loadPrompts("sei", folder);
    expect(prompts.fill("solve", { question: "1 + 1?" })).toBe("Solve: 1 + 1?");
    expect(prompts.fill("diagnose", {})).toBe(loadPrompts("sei").fill("diagnose", {}));
    expect(prompts.key).not.toBe(loadPrompts("sei").key);
  });

  it("says which file uses a name that its prompt does not have", () => {
    writeFileSync(join(folder, "solve.md"), "Solve {{problem}}");
    expect(() => loadPrompts("sei", folder)).toThrow(/solve\.md uses \{\{problem\}\}, which/);
  });

  it("says which file is no template, and which is no prompt", () => {
    writeFileSync(join(folder, "solve.md"), "{{#question}}");
    expect(() => loadPrompts("sei", folder)).toThrow(
      /solve\.md is no template: \{\{#question\}\} is not closed/,
    );
    writeFileSync(join(folder, "solves.md"), "");
    expect(() => loadPrompts("sei", folder)).toThrow('No prompt is called "solves.md"');
    expect(() => loadPrompts("sei", join(folder, "nowhere"))).toThrow("no folder of prompts");
  });

  it("knows the prompts of the protocol's own method alone", () => {
    writeFileSync(join(folder, "fix.md"), "Continue {{prefix}}");
    expect(loadPrompts("lemma", folder).fill("fix", { prefix: "3 + 4 = 8" })).toBe("Continue 3 + 4 = 8");
    expect(() => loadPrompts("sei", folder)).toThrow('No prompt is called "fix.md"');
    expect(() => loadPrompts("sei", folder, ["sei", "lemma"])).not.toThrow();
  });
});
