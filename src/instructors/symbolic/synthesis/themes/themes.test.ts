import { describe, expect, it } from "vitest";
import { inflect } from "../language/verb.ts";
import type { Theme } from "../retell/vocabulary.ts";
import { themes } from "./index.ts";

/** Verbs of the settings that take "-ed" and nothing else, each looked up. */
const regular = (
  "add ask bloom borrow catalog collect contain cook crack deliver dream earn fill finish fish " +
  "form gather hand harvest help knock last look lower mail mow need obtain open order own pack " +
  "paint pass pick plant play pour pump rent ruin salt seat sign sort spill stay stock support " +
  "turn unravel visit want wash water wither work"
).split(" ");

/** All texts in a theme, however deep. */
function textsOf(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(textsOf) : [];
}

const templatesOf = ({ openings, units, links }: Theme) =>
  textsOf([openings, units, links.map(({ text }) => text)]);

describe.each(themes.map((theme) => [theme.id, theme] as const))("the setting %s", (_, theme) => {
  it("puts people who are acted on into the object case", () => {
    for (const template of templatesOf(theme)) {
      expect(template).not.toMatch(/\/[12]> \{A\}|\b(?:from|for|to|with) \{A\}(?!, who| <)/);
    }
  });

  it("closes its places and verbs", () => {
    for (const template of templatesOf(theme)) {
      expect(template.replaceAll(/\{[a-zA-Z' ]+\}|<[a-z ]+(?:\/(?:1|2|base))?>/g, "")).not.toMatch(/[{}<>]/);
    }
  });

  it("uses verbs whose past tense is English", () => {
    const verbs = templatesOf(theme).flatMap((template) =>
      [...template.matchAll(/<([a-z]+)/g)].map(([, verb]) => verb!),
    );
    for (const verb of new Set(verbs)) {
      const past = inflect(verb, { tense: "past", plural: false });
      // Short verbs that end like "sit" or "teach" are seldom regular: each regular one was looked up.
      if (past === `${verb}ed`) expect(regular, verb).toContain(verb);
    }
  });

  it("has amounts to state, agents to name and days to tell apart", () => {
    expect(theme.agents.length).toBeGreaterThanOrEqual(7);
    expect(theme.times.every((times) => times.length >= 2)).toBe(true);
    for (const { amounts, most, obtain } of theme.units) {
      expect(Math.max(...amounts)).toBeLessThanOrEqual(most);
      expect(obtain.length).toBeGreaterThan(0);
    }
  });
});
