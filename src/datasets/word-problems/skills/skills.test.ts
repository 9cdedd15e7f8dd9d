import { describe, expect, it } from "vitest";
import { createRandom } from "../../../foundation/random.ts";
import type { Wording } from "../grammar/story.ts";
import { type Template, wordsOf } from "../grammar/template.ts";
import { wordLists } from "../grammar/word-lists.ts";
import { definitionOf, definitions } from "./index.ts";

/** Words that the cast of every story gives. */
const people = ["who", "whose", "whom", "his", "him", "name", "friend", "third", "relative"];

describe("the skills", () => {
  it("are at least 20, two of them held out, with ids of their own", () => {
    expect(definitions.length).toBeGreaterThanOrEqual(20);
    expect(definitions.filter(({ heldOut }) => heldOut)).toHaveLength(2);
    expect(new Set(definitions.map(({ id }) => id)).size).toBe(definitions.length);
  });

  it("are found by id", () => {
    expect(definitionOf("sharing").name).toBe("sharing equally");
    expect(() => definitionOf("juggling")).toThrow('no word-problem skill "juggling"');
  });
});

describe.each(definitions)("$id", (definition) => {
  const { draw, solution, answer, wordings, heldOutWordings } = definition;
  const facts = Object.keys(draw(createRandom(definition.id)));

  it("has three or more held-out wordings, unless it is held out as a whole", () => {
    if (definition.heldOut) expect(heldOutWordings).toEqual([]);
    else expect(heldOutWordings.length).toBeGreaterThanOrEqual(3);
  });

  it("shares no template between its ordinary and its held-out wordings", () => {
    const texts = (wording: Wording) => templatesOf(wording).map((template) => JSON.stringify(template));
    const ordinary = new Set(wordings.flatMap(texts));
    expect(heldOutWordings.flatMap(texts).filter((text) => ordinary.has(text))).toEqual([]);
  });

  it("defines every word that its templates use", () => {
    const defined = new Set([...facts, ...people, ...Object.keys(wordLists)]);
    const used = [...solution, ...[...wordings, ...heldOutWordings].flatMap(templatesOf)].flatMap(wordsOf);
    expect([answer, ...used].filter((word) => !defined.has(word))).toEqual([]);
  });

  it("lets its wordings replace nothing but words, and words that it has", () => {
    for (const { words } of heldOutWordings) {
      for (const [key, value] of Object.entries(words)) {
        expect(facts).toContain(key);
        expect(value).toBeTypeOf("string");
      }
    }
  });
});

function templatesOf({ opening, details, closing, question }: Wording): Template[] {
  return [...opening, ...details, ...closing, question].flat();
}
