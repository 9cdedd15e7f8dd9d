import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Json } from "../../../foundation/content-key.ts";
import { findJson } from "./find-json.ts";

const anything = (value: Json) => value;
const read = (text: string) => findJson(text, anything)?.answer;
const sample = { phrases: ["a, b", "c"], n: -1.5, yes: true, nothing: null };
const json = JSON.stringify(sample);

describe("findJson", () => {
  it("reads every JSON text as what it means", () => {
    fc.assert(
      fc.property(fc.oneof(fc.array(fc.jsonValue()), fc.dictionary(fc.string(), fc.jsonValue())), (value) => {
        const text = JSON.stringify(value);
        // A control character before a letter is the LaTeX that someone forgot to escape.
        fc.pre(!/\\[bfrt]/.test(text) && !/\\n[a-z]/.test(text) && !text.includes("__proto__"));
        fc.pre(!text.includes("</think>"));
        expect(read(text)).toEqual(JSON.parse(text));
        expect(read(JSON.stringify(value, null, 2))).toEqual(JSON.parse(text));
      }),
    );
  });

  it.each([
    ["in fences", `\`\`\`json\n${json}\n\`\`\``],
    ["with prose around", `Here you are:\n${json}\nLet me know if you need more.`],
    ["after a set in the prose", `For {x} in [0, 1) we get\n${json}`],
    ["after reasoning that holds drafts", `<think>{"phrases": ["no"]}</think>\n${json}`],
    ["with trailing commas", '{"phrases": ["a, b", "c",], "n": -1.5, "yes": true, "nothing": null,}'],
    ["without commas", '{"phrases": ["a, b", "c"]\n"n": -1.5\n"yes": true\n"nothing": null}'],
    [
      "with comments",
      '{"phrases": ["a, b", "c"], // two\n"n": -1.5, /* minus */ "yes": true, "nothing": null}',
    ],
    ["as Python writes it", "{'phrases': ['a, b', 'c'], 'n': -1.5, 'yes': True, 'nothing': None}"],
    ["with bare keys", '{phrases: ["a, b", "c"], n: -1.5, yes: true, nothing: null}'],
  ])("reads JSON %s", (_, text) => {
    expect(findJson(text, (value) => (typeof value === "object" && "n" in value! ? value : null))).toEqual({
      answer: sample,
      isCut: false,
    });
  });

  it.each([
    ["quotes that nobody escaped", '{"q": "He said "stop" twice."}', 'He said "stop" twice.'],
    ["line breaks inside strings", '{"q": "one\ntwo"}', "one\ntwo"],
    [
      "LaTeX with single backslashes",
      String.raw`{"q": "\frac{1}{2} \times \sqrt{3} \neq \boxed{4} \right)"}`,
      String.raw`\frac{1}{2} \times \sqrt{3} \neq \boxed{4} \right)`,
    ],
    [
      "LaTeX with double backslashes",
      String.raw`{"q": "\\frac{1}{2} \\neq 3"}`,
      String.raw`\frac{1}{2} \neq 3`,
    ],
    ["new lines before words", String.raw`{"q": "First\nthen\nnow\nnothing"}`, "First\nthen\nnow\nnothing"],
    ["tabs between columns", String.raw`{"q": "a\t1\t2"}`, "a\t1\t2"],
    ["characters by number", String.raw`{"q": "\u00e9\u20AC"}`, "é€"],
  ])("reads %s", (_, text, meant) => {
    expect(read(text)).toEqual({ q: meant });
  });

  it.each([
    ["a list", '[{"q": "a"}, {"q": "b"}, {"q": "c', [{ q: "a" }, { q: "b" }]],
    ["a list in an object", '{"list": [{"q": "a"}, {"q": ', { list: [{ q: "a" }] }],
    ["a number, which may go on", "[12, 34", [12]],
    ["a text, which may go on", '{"a": "done", "b": "half', { a: "done" }],
    ["a key", '{"a": 1, "b', { a: 1 }],
  ])("keeps what is complete of %s that is cut off", (_, text, kept) => {
    expect(findJson(text, anything)).toEqual({ answer: kept, isCut: true });
  });

  it("passes over what is not accepted, and finds nothing where nothing is", () => {
    const withKey = (value: Json) => (typeof value === "object" && "a" in value! ? value : null);
    expect(findJson('[1] {"b": 2} {"a": 3}', withKey)?.answer).toEqual({ a: 3 });
    expect(findJson("no JSON here", anything)).toBeNull();
    expect(findJson("<html><body>{{ error }}</body></html>", withKey)).toBeNull();
  });

  it("reads any text without failing", () => {
    const characters = fc.constantFrom(..."{}[]\"':,\\/ntfu0a-. \n*");
    fc.assert(
      fc.property(fc.string({ unit: characters, maxLength: 200 }), (text) => {
        findJson(text, anything);
      }),
    );
  });

  it("comes to an end on nesting without end", () => {
    expect(findJson("[".repeat(50_000), (value) => (value === 1 ? value : null))).toBeNull();
  });
});
