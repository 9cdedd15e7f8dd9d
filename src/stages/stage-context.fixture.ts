import type { Adapter } from "../domain/adapter.ts";
import type { Attempt, Case, Verdict } from "../domain/attempt.ts";
import type { Diagnosis } from "../domain/diagnosis.ts";
import type { Problem } from "../domain/problem.ts";
import type { SyntheticProblem } from "../domain/synthetic-problem.ts";
import { UnansweredError, UnusableAnswerError } from "../foundation/errors.ts";
import type { Grader } from "../graders/grader.ts";
import type { Instructor } from "../instructors/instructor.ts";
import type { Generation, GenerationRequest, LanguageModel } from "../models/language-model.ts";
import { questionAndSolution } from "../models/prompt-template.ts";
import type { ArtifactName, Artifacts, Item, Outcome, Services, StageContext } from "./stage.ts";

type Rows = { [Name in ArtifactName]?: Artifacts[Name][] };

export interface ContextParts {
  /** What was made before, one entry for every stage that made something, oldest first. */
  made?: readonly Rows[];
  services?: Partial<Services>;
  iteration?: number;
  seed?: string;
}

/** What a stage sees of a run, out of plain objects: items are worked on one after the other. */
export function contextOf(parts: ContextParts = {}): StageContext & { items: string[] } {
  const { made = [], services = {}, iteration = 1, seed = "seed" } = parts;
  const items: string[] = [];
  const rows = <Name extends ArtifactName>(name: Name): Artifacts[Name][][] =>
    made.flatMap((entry) => (entry[name] ? [entry[name]] : []));
  return {
    recipe: "toy",
    iteration,
    seed,
    services: {
      template: questionAndSolution,
      grader: lastWordGrader,
      benchmarkGrader: lastWordGrader,
      ...services,
    } as Services,
    signal: new AbortController().signal,
    items,
    read: (name) => rows(name).at(-1) ?? [],
    readEvery: (name) => rows(name).flat(),
    async each<Input, Output extends object>(
      given: Iterable<Item<Input>>,
      _concurrency: number,
      work: (input: Input) => Promise<Output>,
    ) {
      const outcomes: Outcome<Output>[] = [];
      for (const { id, input } of given) {
        items.push(id);
        try {
          outcomes.push({ state: "done", output: await work(input) });
        } catch (error) {
          if (!UnusableAnswerError.isInstance(error) && !UnansweredError.isInstance(error)) throw error;
          outcomes.push({ state: "failed", reason: error.message });
        }
      }
      return outcomes;
    },
    progress: () => {},
  };
}

/** Compares the last word of an output with the reference answer. */
export const lastWordGrader: Grader = {
  id: "last-word",
  grade(output, answer) {
    const prediction = output.trim().split(" ").at(-1) ?? "";
    return { prediction, verdict: prediction === answer ? "right" : "wrong", how: "last word" };
  },
};

export const generationOf = (text: string, more: Partial<Generation> = {}): Generation => ({
  text,
  finishReason: "stop",
  usage: { inputTokens: 1, outputTokens: 1 },
  ...more,
});

/** A model that answers by a function of the request and notes the requests. */
export function scriptedModel(answer: (request: GenerationRequest) => Generation | string) {
  const requests: GenerationRequest[] = [];
  const model: LanguageModel = {
    id: "scripted",
    concurrency: 4,
    async generate(request) {
      requests.push(request);
      const said = answer(request);
      return typeof said === "string" ? generationOf(said) : said;
    },
  };
  return { model, requests };
}

export const problemOf = (id: string, more: Partial<Problem> = {}): Problem => ({
  id,
  question: `What is ${id}?`,
  solution: `It is ${id}.`,
  answer: id,
  ...more,
});

export const attemptOf = (problemId: string, verdict: Verdict = "wrong"): Attempt => ({
  problemId,
  output: `It is ${problemId}`,
  prediction: problemId,
  verdict,
  how: "",
});

export const caseOf = (id: string, verdict: Verdict = "wrong"): Case => ({
  problem: problemOf(id),
  attempt: attemptOf(id, verdict),
});

export const syntheticOf = (id: string, errorTypeId = "type"): SyntheticProblem => ({
  ...problemOf(id),
  origin: { iteration: 1, errorTypeId, call: 0, item: 0, seeds: [`seed-of-${id}`] },
});

export const diagnosisOf = (problemId: string, keyphrase: string): Diagnosis => ({
  problemId,
  keyphrase,
  firstWrongStep: null,
  explanation: "",
});

export const adapterOf = (key: string): Adapter => ({
  key,
  digest: `digest-of-${key}`,
  examples: 1,
  trainedTokens: 1,
  skipped: [],
  losses: [],
});

/** An instructor of which a test says only what matters to it. */
export function instructorWith(more: Partial<Instructor>): Instructor {
  const unused = () => Promise.reject(new Error("not part of this test"));
  return { id: "toy", concurrency: 1, diagnose: unused, cluster: unused, synthesize: unused, ...more };
}

/** A target whose model is always the same; notes the keys of the adapters it is asked for. */
export function notingTarget(model: LanguageModel) {
  const asked: (string | null)[] = [];
  const target: Services["target"] = {
    id: "toy",
    withAdapter: async (adapter) => {
      asked.push(adapter?.key ?? null);
      return model;
    },
  };
  return { target, asked };
}
