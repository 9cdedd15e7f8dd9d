import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { ErroneousSolution } from "../../../domain/erroneous-solution.ts";
import { mistakeLabels } from "../../../domain/mistake-label.ts";
import type { Problem } from "../../../domain/problem.ts";
import type { Generation } from "../../../models/language-model.ts";
import { createLlmInstructor } from "../create-llm-instructor.ts";
import type { LemmaProtocolName } from "../protocols.ts";
import { scriptedModel } from "../scripted-model.fixture.ts";
import { labelDefinitions } from "./label-definitions.ts";

const problem: Problem = {
  id: "boxes",
  question: "Ann has 3 boxes of 4 pens and finds 2 pens. How many pens?",
  solution: "3 * 4 = 12\n12 + 2 = 14\n#### 14",
  answer: "14",
};
const erroneous: ErroneousSolution = {
  id: "boxes#0",
  problemId: "boxes",
  origin: "own",
  label: "operator_error",
  solution: "Ann has 3 boxes.\n3 + 4 = 7 pens.\n7 + 2 = 9\n#### 9",
  firstWrongStep: 1,
  prefix: "Ann has 3 boxes.\n3 + 4 = 7 pens.",
  explanation: "It adds the pens of a box to the boxes.",
};
const rest = "Wait, that adds.\n3 * 4 = 12\n12 + 2 = 14\n#### 14";

interface Asking {
  protocol?: LemmaProtocolName;
  promptsDirectory?: string;
}

function mistakesOf(script: readonly (string | Partial<Generation>)[], asking: Asking = {}) {
  const { model, requests } = scriptedModel(script);
  const instructor = createLlmInstructor({ model, protocol: "lemma", ...asking });
  return { ...instructor.mistakes!, requests, promptOf: (call: number) => requests[call]!.prompt };
}

const analysis = (step: unknown, label: unknown) => JSON.stringify({ step, explanation: "It adds.", label });
const continuation = (text: string) => JSON.stringify({ continuation: text });
const smoothing = { problem, prefix: erroneous.prefix, continuation: rest, seed: "s" };

/** Every task with a request, a good answer, and what is made of it. */
const tasks = [
  {
    name: "analyse",
    ask: (answers: string[]) => mistakesOf(answers).analyse({ problem, solution: erroneous.solution }),
    good: analysis(2, "operator_error"),
    made: { label: "operator_error", firstWrongStep: 1, explanation: "It adds." },
  },
  {
    name: "inject",
    ask: (answers: string[]) => mistakesOf(answers).inject({ problem, label: "operator_error", seed: "s" }),
    good: JSON.stringify({ explanation: "It adds.", solution: erroneous.solution }),
    made: { explanation: "It adds.", solution: erroneous.solution },
  },
  {
    name: "fix",
    ask: (answers: string[]) => mistakesOf(answers).fix({ problem, erroneous, seed: "s" }),
    good: continuation(rest),
    made: rest,
  },
  {
    name: "restart",
    ask: (answers: string[]) =>
      mistakesOf(answers).restart({ problem, erroneous, alternative: problem.solution, seed: "s" }),
    good: continuation(rest),
    made: rest,
  },
  {
    name: "smooth",
    ask: (answers: string[]) => mistakesOf(answers).smooth({ ...smoothing, continuation: "Rough." }),
    good: continuation(rest),
    made: rest,
  },
] as const;

describe.each(tasks)("$name", ({ ask, good, made }) => {
  it("reads a good answer, also from fences with prose around", async () => {
    expect(await ask([good])).toEqual(made);
    expect(await ask([`Of course:\n\`\`\`json\n${good}\n\`\`\`\nI hope it helps.`])).toEqual(made);
  });

  it("gives an answer of another shape back once, and fails with the first one's text", async () => {
    expect(await ask(['{"verdict": "bad"}', good])).toEqual(made);
    await expect(ask(['{"verdict": "bad"}', "still not"])).rejects.toThrow(
      'instructor\'s answer not the JSON asked for\n{"verdict": "bad"}',
    );
  });

  it("tells a refusal and an empty answer apart", async () => {
    await expect(ask(["I'm sorry, but I can't help with that."])).rejects.toThrow("declined");
    await expect(ask([""])).rejects.toThrow("instructor's answer empty");
  });
});

describe("analyse", () => {
  const analyse = (answer: string, protocol: LemmaProtocolName = "lemma") => {
    const mistakes = mistakesOf([answer], { protocol });
    return { ...mistakes, found: mistakes.analyse({ problem, solution: erroneous.solution }) };
  };

  it("shows the numbered steps, every label with its definition and example, and the reference", async () => {
    const { found, promptOf, requests } = analyse(analysis(2, "operator_error"));
    await found;
    for (const shown of ["[1] Ann has 3 boxes.", "[2] 3 + 4 = 7 pens.", "[4] #### 9", problem.solution]) {
      expect(promptOf(0)).toContain(shown);
    }
    for (const [label, { definition, example }] of Object.entries(labelDefinitions)) {
      expect(promptOf(0)).toContain(`- ${label}: ${definition} For example: ${example}`);
    }
    expect(requests[0]).toMatchObject({ temperature: 0, maxOutputTokens: 1_024 });
  });

  it("shows in the paper's protocol the steps and the labels, without the reference", async () => {
    const { found, promptOf, requests } = analyse(analysis(2, "operator_error"), "lemma-paper");
    await found;
    expect(promptOf(0)).toContain("step 2: 3 + 4 = 7 pens.");
    expect(promptOf(0)).toContain(labelDefinitions.operator_error.definition);
    expect(promptOf(0)).not.toContain(problem.solution);
    expect(requests[0]).toMatchObject({ temperature: 0.7, maxOutputTokens: 4_096 });
  });

  it.each([
    ["a label in words", analysis(2, "Operator error")],
    ["a step in words", analysis("step 2", "operator_error")],
    ["other names", '{"first_wrong_step": 2, "reason": "It adds.", "error_type": "operator_error"}'],
  ])("reads %s", async (_, answer) => {
    expect(await analyse(answer).found).toEqual(tasks[0].made);
  });

  it.each([
    ["no step", analysis(null, "operator_error")],
    ["no label", analysis(2, "none")],
    ["neither", '{"step": null, "explanation": "It adds.", "label": null}'],
  ])("cannot use an answer that names %s, and says why", async (_, answer) => {
    await expect(analyse(answer).found).rejects.toThrow("instructor finds no wrong step\nIt adds.");
  });

  it.each([
    ["a label that there is not", analysis(2, "question_misinterpretation")],
    ["half a step", analysis(1.5, "operator_error")],
  ])("gives %s back", async (_, answer) => {
    const { analyse, requests } = mistakesOf([answer, analysis(2, "operator_error")]);
    expect(await analyse({ problem, solution: erroneous.solution })).toEqual(tasks[0].made);
    expect(requests).toHaveLength(2);
  });
});

describe("inject", () => {
  const answer = tasks[1].good;

  it("can inject every label but nonsense, and by the paper's protocol the six of its code", () => {
    expect(mistakesOf([]).injectable).toEqual(
      mistakeLabels.filter((label) => label !== "nonsense_output_error"),
    );
    const { injectable } = mistakesOf([], { protocol: "lemma-paper" });
    expect(injectable).toHaveLength(6);
    expect(injectable).toContain("question_understanding_error");
  });

  it.each([
    ["lemma", true],
    ["lemma-paper", false],
  ] as const)(
    "shows in %s the label with its definition and example; the reference: %s",
    async (protocol, isShown) => {
      const { inject, promptOf } = mistakesOf([answer], { protocol });
      await inject({ problem, label: "counting_error", seed: "s" });
      const { definition, example } = labelDefinitions.counting_error;
      for (const shown of [problem.question, "counting_error", definition, example]) {
        expect(promptOf(0)).toContain(shown);
      }
      expect(promptOf(0).includes(problem.solution)).toBe(isShown);
    },
  );

  it("asks for the answer in the form of the reference", async () => {
    const { inject, promptOf } = mistakesOf([answer, answer]);
    await inject({ problem, label: "counting_error", seed: "s" });
    const boxed = { ...problem, solution: String.raw`It is $\boxed{14}$.` };
    await inject({ problem: boxed, label: "counting_error", seed: "s" });
    expect(promptOf(0)).toContain('"#### "');
    expect(promptOf(1)).toContain(String.raw`\boxed{}`);
  });

  it("makes injections of one label into one problem different requests, by their seeds", async () => {
    const { inject, requests } = mistakesOf([answer, answer, answer]);
    for (const seed of ["0", "1", "0"]) await inject({ problem, label: "counting_error", seed });
    expect(requests[1]).not.toEqual(requests[0]);
    expect(requests[2]).toEqual(requests[0]);
  });
});

describe("corrections", () => {
  const answers = [continuation(rest), continuation(rest)];

  it("show the beginning, its wrong step and the mistake", async () => {
    const { fix, restart, promptOf } = mistakesOf(answers);
    await fix({ problem, erroneous, seed: "s" });
    await restart({ problem, erroneous, alternative: "4 + 4 + 4 + 2 = 14\n#### 14", seed: "s" });
    for (const call of [0, 1]) {
      expect(promptOf(call)).toContain(erroneous.prefix);
      expect(promptOf(call)).toContain("which is wrong:\n3 + 4 = 7 pens.\n");
      expect(promptOf(call)).toContain(labelDefinitions.operator_error.definition);
      expect(promptOf(call)).toContain(erroneous.explanation);
      expect(promptOf(call)).not.toContain("7 + 2 = 9");
    }
    expect(promptOf(0)).toContain(problem.solution);
    expect(promptOf(1)).toContain("4 + 4 + 4 + 2 = 14");
    expect(promptOf(1)).not.toContain(problem.solution);
  });

  it("ask for the answer in the form that the target's solution has", async () => {
    const boxed = String.raw`It is $\boxed{9}$.`;
    const { fix, restart, promptOf } = mistakesOf(answers);
    await fix({ problem, erroneous: { ...erroneous, solution: boxed, firstWrongStep: 0 }, seed: "s" });
    await restart({ problem, erroneous, alternative: "14 pens.", seed: "s" });
    expect(promptOf(0)).toContain(String.raw`\boxed{}`);
    expect(promptOf(1)).toContain('"#### "');
  });

  it("open in different ways, which the seed draws", async () => {
    const seeds = ["0", "1", "2", "3", "4", "5"];
    const { fix, requests } = mistakesOf(seeds.map(() => continuation(rest)));
    for (const seed of seeds) await fix({ problem, erroneous, seed });
    const openings = requests.map(({ prompt }) => /Begin with "(.*?)"/.exec(prompt)?.[1]);
    expect(new Set(openings).size).toBeGreaterThan(2);
  });

  it("leave out the beginning where the model writes it again", async () => {
    const { fix } = mistakesOf([continuation(`${erroneous.prefix}\n\n${rest}`)]);
    expect(await fix({ problem, erroneous, seed: "s" })).toBe(rest);
  });

  it("cannot be empty", async () => {
    const { fix, restart } = mistakesOf([continuation(""), continuation(erroneous.prefix)]);
    const request = { problem, erroneous, alternative: problem.solution, seed: "s" };
    await expect(fix(request)).rejects.toThrow("instructor's answer empty");
    await expect(restart(request)).rejects.toThrow("instructor's answer empty");
  });

  it("show in the paper's protocol the beginning and the right solution alone", async () => {
    const { fix, restart, promptOf } = mistakesOf(answers, { protocol: "lemma-paper" });
    await fix({ problem, erroneous, seed: "s" });
    await restart({ problem, erroneous, alternative: problem.solution, seed: "s" });
    for (const call of [0, 1]) {
      expect(promptOf(call)).toContain(erroneous.prefix);
      expect(promptOf(call)).toContain(problem.solution);
      expect(promptOf(call)).toContain('"The answer is: "');
      expect(promptOf(call)).not.toContain(erroneous.explanation);
    }
  });
});

describe("smooth", () => {
  it("shows the beginning and the continuation", async () => {
    const { smooth, promptOf } = mistakesOf([continuation(rest)]);
    await smooth(smoothing);
    expect(promptOf(0)).toContain(`${erroneous.prefix}\n\nThe continuation:\n${rest}`);
  });

  it("leaves a continuation as it is where there is nothing to smooth", async () => {
    const { smooth, requests } = mistakesOf([continuation(""), '{"continuation": null}']);
    expect(await smooth(smoothing)).toBe(rest);
    expect(await smooth(smoothing)).toBe(rest);
    expect(await smooth({ ...smoothing, continuation: " " })).toBe(" ");
    expect(requests).toHaveLength(2);
  });
});

describe("an instructor of LEMMA", () => {
  it("asks by a user's own prompts, and is another instructor by them", async () => {
    const folder = mkdtempSync(join(tmpdir(), "errata-prompts-"));
    writeFileSync(join(folder, "smooth.md"), "Join {{prefix}} with {{continuation}}\n");
    const { smooth, fix, promptOf } = mistakesOf([continuation(rest), continuation(rest)], {
      promptsDirectory: folder,
    });
    await smooth(smoothing);
    await fix({ problem, erroneous, seed: "s" });
    const { model } = scriptedModel([]);
    const idOf = (asking: Asking) => createLlmInstructor({ model, protocol: "lemma", ...asking }).id;
    expect(idOf({ promptsDirectory: folder })).not.toBe(idOf({}));
    expect(idOf({ protocol: "lemma-paper" })).not.toBe(idOf({}));
    rmSync(folder, { recursive: true });
    expect(promptOf(0)).toBe(`Join ${erroneous.prefix} with ${rest}`);
    expect(promptOf(1)).toContain("Below is the beginning");
  });

  it("asks through another model of the same identity", async () => {
    const { model, requests } = scriptedModel([tasks[0].good]);
    const instructor = createLlmInstructor({ model: scriptedModel([]).model, protocol: "lemma" });
    const other = instructor.askingThrough!(() => model);
    await other.mistakes!.analyse({ problem, solution: erroneous.solution });
    expect(requests).toHaveLength(1);
    expect(other.id).toBe(instructor.id);
  });

  it("writes and solves problems for the baselines, and knows no error types", async () => {
    const { model } = scriptedModel(['{"problems": [{"question": "Q?", "solution": "S"}]}', "1 + 1 = 2"]);
    const instructor = createLlmInstructor({ model, protocol: "lemma" });
    const variation = { badCase: null, problems: [problem], count: 1, seed: "s" };
    expect(await instructor.vary!(variation)).toEqual([{ question: "Q?", solution: "S" }]);
    expect(await instructor.solve!({ question: "Q?", like: "", seed: "s" })).toBe("1 + 1 = 2");
    await expect(instructor.cluster({ keyphrases: ["adds"], seed: "s" })).rejects.toThrow(
      "The protocol lemma knows no error types",
    );
  });

  it("is had by LEMMA's protocols alone", () => {
    const { model } = scriptedModel([]);
    expect(createLlmInstructor({ model, protocol: "sei" }).mistakes).toBeUndefined();
  });
});
