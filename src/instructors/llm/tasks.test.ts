import { describe, expect, it } from "vitest";
import type { Case } from "../../domain/attempt.ts";
import type { Problem } from "../../domain/problem.ts";
import type { Generation } from "../../models/language-model.ts";
import type { SynthesisRequest } from "../instructor.ts";
import { createLlmInstructor } from "./create-llm-instructor.ts";
import type { ProtocolName } from "./protocols.ts";
import { scriptedModel } from "./scripted-model.fixture.ts";

const problem: Problem = {
  id: "boxes",
  question: "Ann has 3 boxes of 4 pens. How many pens?",
  solution: "3 * 4 = 12\n#### 12",
  answer: "12",
};
const badCase: Case = {
  problem,
  attempt: {
    problemId: "boxes",
    output: "Ann has 3 boxes.\n\nSo 3 + 4 = 7 pens.\n#### 7",
    prediction: "7",
    verdict: "wrong",
    how: "",
  },
};
const diagnosis = {
  problemId: "boxes",
  keyphrase: "added instead of multiplying",
  firstWrongStep: 1,
  explanation: "It adds.",
};

function instructor(script: readonly (string | Partial<Generation>)[], protocol: ProtocolName = "sei") {
  const { model, requests } = scriptedModel(script);
  return { ...createLlmInstructor({ model, protocol }), requests };
}

describe("diagnose", () => {
  const answer =
    '{"line": 2, "explanation": "It adds.", "keyphrase": " \\"added instead of  multiplying\\". "}';

  it("reads phrase, line and explanation", async () => {
    expect(await instructor([answer]).diagnose(badCase)).toEqual(diagnosis);
  });

  it("shows question, solution, numbered lines of the output, and the answer read from it", async () => {
    const { diagnose, requests } = instructor([answer]);
    await diagnose(badCase);
    for (const shown of [
      problem.question,
      problem.solution,
      "[1] Ann has 3 boxes.",
      "[2] So 3 + 4 = 7 pens.",
      "read from it: 7",
    ]) {
      expect(requests[0]!.prompt).toContain(shown);
    }
    expect(requests[0]).toMatchObject({ temperature: 0, maxOutputTokens: 1024 });
  });

  it.each([
    ["the list of the authors' prompt", '["wrong unit, or none"]', "wrong unit, or none"],
    ["a key of another name", '{"Keyword phrase": "wrong unit"}', "wrong unit"],
  ])("reads %s", async (_, text, keyphrase) => {
    expect(await instructor([text], "sei-paper").diagnose(badCase)).toEqual({
      problemId: "boxes",
      keyphrase,
      firstWrongStep: null,
      explanation: "",
    });
  });

  it.each(["99", "0", "null", '"the second"', "1.5"])("takes line %s for no line", async (line) => {
    const said = `{"line": ${line}, "explanation": "", "keyphrase": "x"}`;
    expect((await instructor([said]).diagnose(badCase)).firstWrongStep).toBeNull();
  });

  it.each(["empty", "truncated", "refused"] as const)(
    "does not pay for the diagnosis of an output that is %s",
    async (verdict) => {
      const unfinished = { ...badCase, attempt: { ...badCase.attempt, verdict } };
      const { diagnose, requests } = instructor([]);
      await expect(diagnose(unfinished)).rejects.toThrow("no reasoning to diagnose");
      expect(requests).toEqual([]);
      expect(await instructor(['{"keyphrase": "cut"}'], "sei-paper").diagnose(unfinished)).toMatchObject({
        keyphrase: "cut",
      });
    },
  );

  it("asks as the authors do in their protocol: for the phrase alone, of the whole output", async () => {
    const { diagnose, requests } = instructor(['{"keyphrase": "x"}'], "sei-paper");
    await diagnose(badCase);
    expect(requests[0]!.prompt).toContain(badCase.attempt.output);
    expect(requests[0]).toMatchObject({ temperature: 1, jsonSchema: { required: ["keyphrase"] } });
  });
});

describe("synthesize", () => {
  const request: SynthesisRequest = {
    errorType: {
      id: "operation",
      name: "Wrong operation",
      explanation: "It adds.",
      keyphrases: ["adds, always"],
    },
    badCases: [{ case: badCase, diagnosis }],
    kept: [{ ...problem, id: "kept", question: "A kept question?", solution: "A kept solution." }],
    count: 20,
    seed: "run/operation/0",
  };
  const drafts = [{ question: "Q?", solution: "1 + 1 = 2\n#### 2" }];
  const answer = JSON.stringify({ problems: drafts });
  const promptOf = async (protocol: ProtocolName, more: Partial<SynthesisRequest> = {}) => {
    const { synthesize, requests } = instructor([answer], protocol);
    await synthesize({ ...request, ...more });
    return requests[0]!.prompt;
  };

  it("reads problems with their solutions, also from a bare list, and from one that is cut", async () => {
    expect(await instructor([answer]).synthesize(request)).toEqual(drafts);
    expect(await instructor([JSON.stringify(drafts)]).synthesize(request)).toEqual(drafts);
    const cut = { text: `${answer.slice(0, -2)}, {"question": "Half`, finishReason: "length" as const };
    expect(await instructor([cut]).synthesize(request)).toEqual(drafts);
  });

  it.each([
    ["beside other fields", { problem_id: 1, question: "Q?", answer: "2", solution: "1 + 1 = 2\n#### 2" }],
    ["under other names", { Problem: "Q?", "Worked solution": "1 + 1 = 2\n#### 2" }],
    ["in lines", { question: "Q?", solution: ["1 + 1 = 2", "#### 2"] }],
  ])("reads question and solution %s", async (_, item) => {
    expect(await instructor([JSON.stringify([item])]).synthesize(request)).toEqual(drafts);
  });

  it("hands on what lacks a question or a solution, for the judge to say so", async () => {
    const odd = JSON.stringify({ problems: [...drafts, { question: "Only this?" }, "nothing"] });
    expect(await instructor([odd]).synthesize(request)).toEqual([
      ...drafts,
      { question: "Only this?", solution: "" },
      { question: "", solution: '"nothing"' },
    ]);
  });

  it("shows in ours the type, the wrong output and the cause", async () => {
    const prompt = await promptOf("sei");
    for (const shown of [
      "20 new problems",
      "Wrong operation",
      "So 3 + 4 = 7 pens.",
      diagnosis.keyphrase,
      "A kept question?",
    ]) {
      expect(prompt).toContain(shown);
    }
  });

  it("shows in the paper's questions and solutions alone", async () => {
    const prompt = await promptOf("sei-paper");
    for (const shown of ["20 new problems", problem.question, problem.solution, "A kept question?"]) {
      expect(prompt).toContain(shown);
    }
    for (const hidden of ["Wrong operation", "So 3 + 4 = 7 pens.", diagnosis.keyphrase]) {
      expect(prompt).not.toContain(hidden);
    }
  });

  it("asks for the answer in the form that the shown solutions have", async () => {
    const boxed = { ...badCase, problem: { ...problem, solution: String.raw`It is $\boxed{12}$.` } };
    expect(await promptOf("sei")).toContain('"#### "');
    expect(await promptOf("sei", { badCases: [{ case: boxed, diagnosis }] })).toContain(String.raw`\boxed{}`);
  });

  it("makes calls that show the same different requests, by their seeds", async () => {
    const { synthesize, requests } = instructor([answer, answer, answer]);
    await synthesize(request);
    await synthesize({ ...request, seed: "run/operation/1" });
    await synthesize(request);
    expect(requests[1]).not.toEqual(requests[0]);
    expect(requests[2]).toEqual(requests[0]);
  });
});

describe("vary", () => {
  const drafts = [{ question: "Q?", solution: "1 + 1 = 2\n#### 2" }];
  const shown = { ...problem, id: "shown", question: "A shown question?", solution: "A shown solution." };
  const request = { badCase: null, problems: [shown], count: 7, seed: "run/0" };
  const ask = async (more: object = {}) => {
    const { vary, requests } = instructor([JSON.stringify({ problems: drafts })]);
    expect(await vary!({ ...request, ...more })).toEqual(drafts);
    return requests[0]!.prompt;
  };

  it("shows of a bad case the wrong output, and beside it what the target solves", async () => {
    const prompt = await ask({ badCase });
    for (const part of ["7 new problems", problem.question, "So 3 + 4 = 7 pens.", "A shown question?"]) {
      expect(prompt).toContain(part);
    }
    expect(await ask({ badCase, problems: [] })).not.toContain("gets right");
  });

  it("says nothing of mistakes where there is no bad case", async () => {
    const prompt = await ask();
    for (const part of ["7 new", "A shown question?", "A shown solution."]) expect(prompt).toContain(part);
    expect(prompt).not.toMatch(/wrong|mistake/);
  });

  it("makes calls that show the same different requests, by their seeds", async () => {
    const answer = JSON.stringify({ problems: drafts });
    const { vary, requests } = instructor([answer, answer]);
    await vary!(request);
    await vary!({ ...request, seed: "run/1" });
    expect(requests[1]).not.toEqual(requests[0]);
  });
});

describe("solve", () => {
  const request = { question: "How many?", like: "1 + 1 = 2\n#### 2", seed: "vote-0" };

  it("gives the solution as it is written", async () => {
    const { solve, requests } = instructor(["1 + 1 = 2\n#### 2"]);
    expect(await solve!(request)).toBe("1 + 1 = 2\n#### 2");
    expect(requests[0]).toMatchObject({ temperature: 0.7, prompt: expect.stringContaining("How many?") });
    expect(requests[0]!.prompt).not.toContain("1 + 1");
  });

  it("tells solutions that are cut, empty or refused apart", async () => {
    const { solve } = instructor([{ text: "1 +", finishReason: "length" }, "", "I cannot help with that."]);
    await expect(solve!(request)).rejects.toThrow("cut at the token limit");
    await expect(solve!(request)).rejects.toThrow("empty");
    await expect(solve!(request)).rejects.toThrow("declined");
  });
});

describe("the identity of an instructor", () => {
  const idOf = (options: Partial<Parameters<typeof createLlmInstructor>[0]> = {}) =>
    createLlmInstructor({ model: scriptedModel([]).model, protocol: "sei", ...options }).id;

  it("is made of the protocol, its prompts and sizes, and the model", () => {
    const ids = [
      idOf(),
      idOf({ protocol: "sei-paper" }),
      idOf({ maxOutputTokens: { diagnose: 64 } }),
      idOf({ model: { ...scriptedModel([]).model, id: "another" } }),
    ];
    expect(new Set(ids).size).toBe(ids.length);
    expect(idOf({ maxOutputTokens: { diagnose: undefined } })).toBe(idOf());
  });

  it("stays the same when it asks through another model of the same identity", () => {
    const { model } = scriptedModel([]);
    const one = createLlmInstructor({ model, protocol: "sei" });
    expect(one.askingThrough!((inner) => ({ ...inner })).id).toBe(one.id);
  });
});

describe("followUps", () => {
  const answer = JSON.stringify({
    problems: [
      { question: "And with 5 boxes?", solution: "5 * 4 = 20\n#### 20" },
      { question: "How many more is that?", solution: "20 - 12 = 8\n#### 8" },
    ],
  });

  it.each(["sei", "sei-paper", "lemma", "lemma-paper"] as const)(
    "are asked of every protocol with the problem and its solution: %s",
    async (protocol) => {
      const { followUps, requests } = instructor([answer], protocol);
      const drafts = await followUps!({ problem, seed: "a" });
      expect(drafts.map(({ question }) => question)).toEqual(["And with 5 boxes?", "How many more is that?"]);
      for (const shown of [problem.question, problem.solution, '"#### "']) {
        expect(requests[0]!.prompt).toContain(shown);
      }
    },
  );

  it("differ by their seed", async () => {
    const { followUps, requests } = instructor([answer, answer]);
    await followUps!({ problem, seed: "a" });
    await followUps!({ problem, seed: "b" });
    expect(requests[0]!.seed).not.toBe(requests[1]!.seed);
  });
});
