import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gradersOf } from "../../src/config/graders-of.ts";
import type { RunServices } from "../../src/engine/execute-run.ts";
import type { Instructor, ProblemDraft } from "../../src/instructors/instructor.ts";
import type { LanguageModel } from "../../src/models/language-model.ts";
import type { ModelServer } from "../../src/models/model-server.ts";
import { questionAndSolution } from "../../src/models/prompt-template.ts";
import type { Trainer } from "../../src/trainers/trainer.ts";
import { type Operation, operations, toyProblem } from "./toy-problems.ts";

const weightsFile = "adapter_model.safetensors";

/** Services that learn: the target can only add, and an adapter can do every operation it was trained on. */
export function createToyServices(onGenerate: () => void = () => {}): RunServices {
  return {
    server: toyServer(onGenerate),
    template: questionAndSolution,
    instructor: toyInstructor,
    ...gradersOf({ recipe: "sei" }),
    trainer: toyTrainer,
  };
}

function toyServer(onGenerate: () => void): ModelServer {
  return {
    baseId: "toy@1",
    async serve(adapterDirectory) {
      const learnt = adapterDirectory ? readFileSync(join(adapterDirectory, weightsFile), "utf8") : "";
      return toyModel(knownAfter(learnt), onGenerate);
    },
    async close() {},
  };
}

/** The operations that the base model knows with what the file of an adapter says it has learnt. */
const knownAfter = (learnt: string): ReadonlySet<string> => new Set(["add", ...learnt.split(",")]);

/** What the toy model says, with the text of an adapter's weights; null is the base model. */
export const toyAnswerOf = (prompt: string, weights: string | null): string =>
  toyAnswer(prompt, knownAfter(weights ?? ""));

function toyModel(known: ReadonlySet<string>, onGenerate: () => void): LanguageModel {
  return {
    id: `toy@1 ${[...known].join()}`,
    concurrency: 4,
    async generate({ prompt }) {
      onGenerate();
      return {
        text: toyAnswer(prompt, known),
        finishReason: "stop",
        usage: { inputTokens: prompt.length, outputTokens: 8 },
      };
    },
  };
}

/** What a model says that knows these operations, and any other that is shown to it. */
function toyAnswer(prompt: string, known: ReadonlySet<string>): string {
  const [shown, asked] = [...prompt.matchAll(/: (add|subtract|multiply) (\d+) and (\d+)\?/g)].slice(-2);
  const [, name, a, b] = (asked ?? shown)!;
  const isShown = asked !== undefined && shown![1] === name;
  const operation = operations[known.has(name!) || isShown ? (name as Operation) : "add"];
  const result = operation.compute(Number(a), Number(b));
  return ` ${a} ${operation.sign} ${b} = ${result}\n#### ${result}`;
}

const toyInstructor: Instructor = {
  id: "toy-instructor@1",
  concurrency: 2,
  async diagnose({ problem }) {
    return {
      problemId: problem.id,
      keyphrase: `cannot ${problem.skill}`,
      firstWrongStep: 0,
      explanation: "It adds.",
    };
  },
  async cluster({ keyphrases }) {
    return keyphrases.map((keyphrase) => ({
      id: keyphrase.replaceAll(" ", "-"),
      name: keyphrase,
      explanation: `The model ${keyphrase}.`,
      keyphrases: [keyphrase],
    }));
  },
  async synthesize({ errorType, badCases, count, seed }) {
    const operation = (badCases[0]?.case.problem.skill ?? errorType.name.split(" ").at(-1)) as Operation;
    return toyDrafts(count, seed, () => operation);
  },
  async vary({ badCase, problems, count, seed }) {
    const shown = badCase ? [badCase.problem] : problems;
    return toyDrafts(count, seed, (item) => shown[item % shown.length]!.skill as Operation);
  },
};

function toyDrafts(count: number, seed: string, operationOf: (item: number) => Operation): ProblemDraft[] {
  return Array.from({ length: count }, (_, item) => {
    const problem = toyProblem(`${seed}/${item}`, operationOf(item));
    // The last one of a call is wrong, so that something is dropped.
    return item === count - 1 && count > 1 ? { ...problem, solution: "2 + 2 = 5\n#### 5" } : problem;
  });
}

const toyTrainer: Trainer = {
  id: "toy-trainer@1",
  async train({ examples, outputDirectory, onStep }) {
    const learnt = Object.keys(operations).filter((operation) =>
      examples.some(({ prompt }) => prompt.includes(`: ${operation} `)),
    );
    writeFileSync(join(outputDirectory, weightsFile), learnt.join());
    const steps = examples.map((_, index) => ({
      step: index + 1,
      steps: examples.length,
      epoch: 1,
      loss: 1 / (index + 1),
      learningRate: 1e-3,
    }));
    for (const step of steps) onStep?.(step);
    return { steps, trainedTokens: 10 * examples.length, skipped: [] };
  },
};
