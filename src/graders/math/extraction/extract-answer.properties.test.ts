import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { extractAnswer } from "./index.ts";

/** Pieces that the rules look for, whole and broken. */
const pieces = [
  ..."{}$()[]\\.,:;=*_#<>/-+%^&|'`\"\n\t 0123456789aAI",
  "\\boxed{",
  "\\fbox{",
  "\\boxed",
  "\\[",
  "\\]",
  "\\(",
  "\\)",
  "$$",
  "\\begin{align}",
  "\\end{align}",
  "\\frac{1}{2}",
  "<think>",
  "</think>",
  "[THINK]",
  "<|im_end|>",
  "<<3*4=12>>",
  "[asy]",
  "[/asy]",
  "<answer>",
  "</answer>",
  "```\n",
  "#### ",
  "**",
  "the answer is ",
  "Final Answer: ",
  "Answer: ",
  "\nA: ",
  " is the answer",
  "(B) ",
  "not ",
  " and ",
  "1,000",
  "3/4",
  "2 1/2",
  "12:30 p.m.",
  "1e5",
  "€",
  "°",
  "π",
  "−",
  " percent",
  "\n\n",
  "\nQuestion: ",
  "I cannot ",
];
const text = fc.array(fc.constantFrom(...pieces), { maxLength: 60 }).map((parts) => parts.join(""));

describe("extractAnswer, of any text", () => {
  it("gives answers that stand where it says", () => {
    fc.assert(
      fc.property(text, (output) => {
        for (const { text, rule, start, end } of extractAnswer(output).candidates) {
          expect(text.trim()).not.toBe("");
          if (rule !== "boxed list") expect(blankedAs(output.slice(start, end), text)).toBe(text);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it("gives an answer or the reason why there is none", () => {
    fc.assert(
      fc.property(text, (output) => {
        const { state, reason, strict, flexible, candidates } = extractAnswer(output);
        expect(state === "found").toBe(flexible !== null);
        expect(reason === null).toBe(flexible !== null);
        expect(strict === null || strict === flexible).toBe(true);
        expect(flexible === null || candidates[0] === flexible).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  it("is decided by a box at its end", () => {
    // Whoever ended the turn, or went on with another problem, has said what there was to say.
    const open = text.filter((before) => !/<\||Question/.test(before));
    const content = fc.stringMatching(/^[1-9][0-9]{0,6}$/);
    fc.assert(
      fc.property(open, content, (before, answer) => {
        const output = `${before}\n</think>\n\nTherefore \\boxed{${answer}}`;
        expect(extractAnswer(output).strict).toMatchObject({ text: answer, end: output.length - 1 });
      }),
    );
  });
});

/** What is set aside within an answer is blank in it. */
const blankedAs = (original: string, text: string) =>
  [...original].map((character, at) => (text[at] === " " ? " " : character)).join("");

describe("extractAnswer, of a long text", () => {
  /** Work that grows with the square of the length would take minutes here. */
  it.each(pieces)("reads %j over and over", (piece) => {
    const output = piece.repeat(Math.ceil(300_000 / piece.length));
    expect(["found", "none", "empty", "truncated", "refused"]).toContain(extractAnswer(output).state);
  });
});
