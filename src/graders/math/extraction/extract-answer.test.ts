import { describe, expect, it } from "vitest";
import { extractAnswer } from "./index.ts";

/** The rule and the text of the flexible answer, and whether it is the strict one as well. */
function read(output: string): [rule: string, text: string] | string {
  const { flexible, state } = extractAnswer(output);
  return flexible ? [flexible.rule, flexible.text] : state;
}

describe("boxes", () => {
  it.each([
    [String.raw`So \boxed{42}.`, "42"],
    [String.raw`So $\boxed{\frac{1}{2}}$ of it.`, String.raw`\frac{1}{2}`],
    [
      String.raw`\[\boxed{\left\{ x \mid x > \sqrt{\frac{1}{2}} \right\}}\]`,
      String.raw`\left\{ x \mid x > \sqrt{\frac{1}{2}} \right\}`,
    ],
    [String.raw`\fbox{7} and done`, "7"],
    [String.raw`It is \framebox{ 7 }.`, "7"],
    [String.raw`so \boxed 5`, "5"],
    [String.raw`so \boxed{ {3} }`, "{3}"],
    ["so \\\\boxed{12}", "12"],
    ["a broken escape: \boxed{12}", "12"],
    [String.raw`We guess \boxed{3}. Checking, that fails. So \boxed{4}.`, "4"],
    ["\\boxed{143}\n\n**Final Answer**\n\\boxed{143}", "143"],
    [String.raw`First \boxed{1}, wait, no: \boxed{2}`, "2"],
    [String.raw`x = \boxed{1}, so the total is \boxed{5}`, "5"],
    [String.raw`\boxed{} and \boxed{...} but \boxed{9}, as \boxed{\text{answer}}`, "9"],
    [String.raw`\boxed{12$ and we are done`, "12"],
    [String.raw`The answer is 5. No: \boxed{6}`, "6"],
  ])("reads %j as %j", (output, text) => {
    expect(read(output)).toEqual(["boxed", text]);
  });

  it.each([
    [String.raw`x = \boxed{2} and x = \boxed{3}`, "2, 3"],
    [String.raw`$$\boxed{2}, \boxed{3}, \boxed{5}$$`, "2, 3, 5"],
    [String.raw`\boxed{(2, 2)} \quad \text{and} \quad \boxed{(6, 2)}`, "(2, 2), (6, 2)"],
    [String.raw`\boxed{1} \text{ for part (a) and } \boxed{2}`, "1, 2"],
    [String.raw`It was \boxed{7}. Now it is \boxed{2} or \boxed{3}.`, "2, 3"],
  ])("reads %j as the list %j", (output, text) => {
    expect(read(output)).toEqual(["boxed list", text]);
  });
});

describe("other explicit marks", () => {
  it.each([
    ["3 + 4 = 7\n#### 7", "#### line", "7"],
    ["#### 1,250.50 dollars", "#### line", "1,250.50 dollars"],
    ["#### 5\nWait.\n#### 6", "#### line", "6"],
    ["#### Step 2: add\nSo the answer is 12.", "answer phrase", "12"],
    ["<answer>42</answer>", "answer tag", "42"],
    ["The answer is 18 eggs per day, because she sells 18.", "answer phrase", "18"],
    ["The answer is 20 + 4 = 24 clips", "answer phrase", "24"],
    ["So the answer to the first part is 12.", "answer phrase", "12"],
    ["The correct answer would be -3.5!", "answer phrase", "-3.5"],
    ["The answer is $12.50.", "answer phrase", "$12.50"],
    ["The answer: 3 1/2 hours", "answer phrase", "3 1/2"],
    ["The answer is 1.5e-3.", "answer phrase", "1.5e-3"],
    ["The answer is 2 × 10^5 m", "answer phrase", "2 × 10^5 m"],
    ["The answer is 12:30 p.m. on Monday", "answer phrase", "12:30 p.m."],
    ["The answer is 3:4, as a ratio.", "answer phrase", "3:4"],
    ["The answer is 45°.", "answer phrase", "45°"],
    ["The answer is 25 percent of it", "answer phrase", "25 percent"],
    ["The answer is 1 000 000 people", "answer phrase", "1 000 000"],
    ["The answers are 3, 4 and 5.", "answer phrase", "3, 4 and 5"],
    ["The answer is 18, and 5 of them were sold later on", "answer phrase", "18"],
    ["The answer is (7, 6).", "answer phrase", "(7, 6)"],
    ["The answer is [0, 1) as shown", "answer phrase", "[0, 1)"],
    ["The answer is x > 5.", "answer phrase", "x > 5"],
    ["The answer is \\frac{1}{2}.", "answer phrase", "\\frac{1}{2}"],
    ["The answer is $x = 2$ or $x = 3$.", "answer phrase", "$x = 2$ or $x = 3$"],
    ["The answer is **42**.", "answer phrase", "42"],
    ["The answer is `42`", "answer phrase", "42"],
    ["The answer is Evelyn.", "answer phrase", "Evelyn"],
    ["Answer: 42", "answer phrase", "42"],
    ["**Answer:** 42 km", "answer phrase", "42"],
    ["Answer (in cm): 42", "answer phrase", "42"],
    ["A: 42", "answer phrase", "42"],
    ["## Answer\n\n42", "answer phrase", "42"],
    ["Final Answer: The final answer is $28 \\%$. I hope it is correct.", "final answer", "$28 \\%$"],
    ["Final answer: the largest n is 34.", "answer phrase", "34"],
    ["**Final Answer**\n\n\\[ \\frac{3}{4} \\]", "final answer", "\\[ \\frac{3}{4} \\]"],
    ["So $x \\geq 5$ is our answer.", "answer phrase", "$x \\geq 5$"],
    ["Thus 12 is the answer.", "answer phrase", "12"],
    ["答案是 42。", "answer phrase", "42"],
    ["The answer is (B).", "answer phrase", "(B)"],
    ["The answer is B, because 3 < 4.", "answer phrase", "B"],
  ])("reads %j by the %s as %j", (output, rule, text) => {
    expect(read(output).slice(0, 2)).toEqual([rule, text]);
    expect(extractAnswer(output).strict?.text).toBe(text);
  });

  it.each([
    "The answer is not 5. There were 7 left.",
    "To find the answer, we add 3 and 4 and get 7",
    "If the answer is 5, then we have 7",
    "The answer choices are listed. So she has 7",
    "The answer is in the form a/b. We get 7",
    "He answers 3 questions, then 4 more: 3 + 4 = 7",
    "That is the answer to a question about 7",
    "Suppose the answer is 5; that leads to 7",
  ])("is not fooled by %j", (output) => {
    expect(extractAnswer(output).strict).toBeNull();
    expect(read(output)[1]).toBe("7");
  });

  it("lets the last decisive mark count", () => {
    expect(read("\\boxed{200}. Final Answer: The final answer is $10,455$.")).toEqual([
      "final answer",
      "$10,455$",
    ]);
    expect(read("The final answer is 3. That was wrong. \\boxed{4}")).toEqual(["boxed", "4"]);
    expect(read("The final answer is \\boxed{4}.")).toEqual(["boxed", "4"]);
  });

  it("reads the model's own problem, not the one it goes on with", () => {
    expect(read("So the answer is 5.\n\nQuestion: Bo has 3 pens.\nAnswer: The answer is 3.")[1]).toBe("5");
    expect(read("The total is 12.<|im_end|>\n<|im_start|>user\nAnd 13?")[1]).toBe("12");
  });
});

describe("fallbacks", () => {
  it.each([
    ["42", "whole output", "42"],
    ["$\\frac{1}{2}$", "whole output", "$\\frac{1}{2}$"],
    [" 12 cm \n", "whole output", "12 cm"],
    ["regular hexagon", "whole output", "regular hexagon"],
    ["She has 3.\n\nIn total she pays **$42** today, and 3 less later", "bold", "$42"],
    ["So there are **12 apples** in the 3 bags", "bold", "12"],
    ["the ordered pair $(x, y)$ that solves it is $(7, 6)$.", "last expression", "$(7, 6)$"],
    ["We find that $x \\lt 3$ for all $x$.", "last expression", "$x \\lt 3$"],
    ["He pays 5 and gets 15 back", "last number", "15"],
    ["It costs $10,000 + $200 = $10,200 in all.", "last number", "$10,200"],
    ["the number is not 10 which is 1,000.99€", "last number", "1,000.99€"],
    ["The pair is (7, 6) in this case", "last number", "(7, 6)"],
    ["We have 5 - 3 of them, that is 5 - 3", "last number", "3"],
    ["It fell to -3 degrees", "last number", "-3 degrees"],
    ["He has 2/3 of it", "last number", "2/3"],
    ["We get 12, as said in step 3", "last number", "12"],
    ["1. Add 3 and 4 to get 7\n2. Done", "last number", "7"],
    ["There are 12 of them.\n```python\nprint(99)\n```", "last number", "12"],
    ["She has 3 + 4 = <<3+4=7>>7 pens", "last number", "7"],
  ])("reads %j by the %s as %j", (output, rule, text) => {
    expect(read(output)).toEqual([rule, text]);
    expect(extractAnswer(output).strict).toBeNull();
  });
});

describe("reasoning", () => {
  it.each([
    ["<think>Maybe \\boxed{3}?</think>So \\boxed{4}.", "4"],
    ["Maybe \\boxed{3}?\n</think>\n\nSo 4.", "4"],
    ["<thinking>The answer is 3.</thinking> It has 4 sides", "4"],
    ["[THINK]3[/THINK]4", "4"],
    ["<reasoning>3</reasoning> \\boxed{4} <reflection>or 5</reflection>", "4"],
    [
      "<|channel|>analysis<|message|>try 3<|end|><|start|>assistant<|channel|>final<|message|>\\boxed{4}",
      "4",
    ],
    ["<think>a</think><think>The answer is 3</think>The answer is 4", "4"],
  ])("is set aside in %j", (output, text) => {
    expect(read(output)[1]).toBe(text);
  });

  it.each([
    ["<think>So it is \\boxed{3}", "truncated", "it ends inside its reasoning"],
    ["<think>So it is 3</think>  ", "empty", "nothing follows its reasoning"],
  ] as const)("is no answer in %j", (output, state, reason) => {
    expect(extractAnswer(output)).toMatchObject({ state, reason, strict: null, flexible: null });
  });
});

describe("outputs without an answer", () => {
  it.each([
    ["", "empty"],
    [" \n\t", "empty"],
    ["So the area is \\boxed{\\frac{1}{2", "truncated"],
    ["I'm sorry, but I can't help with that 1 problem.", "refused"],
    ["I cannot answer this question, because 3 values are missing.", "refused"],
    ["As an AI language model, I am unable to view the image.", "refused"],
    ["It depends on the triangle.", "none"],
    ["We begin by drawing the triangle.", "none"],
  ])("%j is %s", (output, state) => {
    expect(extractAnswer(output)).toMatchObject({ state, flexible: null });
  });

  it("are truncated where the token limit ended them", () => {
    const output = "We begin by drawing";
    expect(extractAnswer(output, { finishReason: "length" }).state).toBe("truncated");
    expect(extractAnswer(output, { finishReason: "stop" }).state).toBe("none");
  });

  it("are not those that go on to solve the problem", () => {
    expect(read("Sorry for the confusion! The answer is 5.")[1]).toBe("5");
    expect(read("I cannot use a calculator here, but \\boxed{5}.")[1]).toBe("5");
  });
});

describe("candidates", () => {
  it("are what every rule found, in the order of trust", () => {
    const { candidates } = extractAnswer("The answer is 3. So \\boxed{4}, and 5 is left.");
    expect(candidates.map(({ rule, text }) => [rule, text])).toEqual([
      ["boxed", "4"],
      ["answer phrase", "3"],
      ["last number", "5"],
    ]);
  });

  it("say where they stand", () => {
    const output = "<think>3</think>So the answer is $\\frac12$, and \\boxed{4}.";
    for (const { text, start, end } of extractAnswer(output).candidates)
      expect(output.slice(start, end)).toBe(text);
  });
});
