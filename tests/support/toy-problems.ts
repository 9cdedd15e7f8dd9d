import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { stringify } from "yaml";
import type { ConfigInput } from "../../src/config/schema.ts";
import type { Problem } from "../../src/domain/problem.ts";
import { createRandom } from "../../src/foundation/random.ts";

/** The operations of toy problems; their words stand in the questions. */
export const operations = {
  add: { sign: "+", compute: (a: number, b: number) => a + b },
  subtract: { sign: "-", compute: (a: number, b: number) => a - b },
  multiply: { sign: "*", compute: (a: number, b: number) => a * b },
} as const;
export type Operation = keyof typeof operations;

export interface ToyProblem {
  question: string;
  solution: string;
  skill: Operation;
}

const syllables = ["ba", "do", "ki", "lu", "me", "no", "pi", "ra", "so", "tu", "ve", "zo"];

/** A problem in nonsense words, so that two of them are hardly ever alike. */
export function toyProblem(seed: string, operation: Operation): ToyProblem {
  const random = createRandom(seed);
  const word = () => Array.from({ length: 3 }, () => random.pick(syllables)).join("");
  const [a, b] = [random.integer(20, 90), random.integer(2, 19)];
  const { sign, compute } = operations[operation];
  const story = Array.from({ length: 12 }, word).join(" ");
  return {
    question: `${story}: ${operation} ${a} and ${b}?`,
    solution: `${a} ${sign} ${b} = ${compute(a, b)}\n#### ${compute(a, b)}`,
    skill: operation,
  };
}

const kinds = Object.keys(operations) as Operation[];

/** `count` problems, a third of each operation. */
export function toyProblems(name: string, count: number): Problem[] {
  return Array.from({ length: count }, (_, index) => {
    const problem = toyProblem(`${name}/${index}`, kinds[index % kinds.length]!);
    const answer = problem.solution.slice(problem.solution.indexOf("####") + 5);
    return { id: `${name}-${index}`, ...problem, answer };
  });
}

/** Writes `count` problems as JSON lines. */
export function writeToyProblems(file: string, name: string, count: number): void {
  const lines = toyProblems(name, count).map(({ question, ...rest }) =>
    JSON.stringify({ ...rest, problem: question }),
  );
  writeFileSync(file, `${lines.join("\n")}\n`);
}

/** A small whole configuration over toy problems; the toy services stand behind its names. */
export const toyConfig: ConfigInput = {
  name: "toy",
  iterations: 2,
  target: { kind: "embedded" },
  template: "question-and-solution",
  instructor: { kind: "symbolic" },
  data: {
    seeds: { file: "seeds.jsonl" },
    dev: { file: "dev.jsonl" },
    benchmarks: { "held-out": { file: "test.jsonl", split: "test" } },
  },
  stages: {
    synthesize: { problems: 12, problemsPerCall: 4 },
    select: { devBad: 3, devGood: 3, keep: 0.5 },
  },
};

/** Writes `errata.config.yaml` into a folder. */
export const writeConfig = (folder: string, config: object): void =>
  writeFileSync(join(folder, "errata.config.yaml"), stringify(config));

/** Writes the toy data and `errata.config.yaml` into a folder. */
export function writeToyProject(folder: string, config: ConfigInput = toyConfig): void {
  writeToyProblems(join(folder, "seeds.jsonl"), "seed", 18);
  writeToyProblems(join(folder, "dev.jsonl"), "dev", 12);
  writeToyProblems(join(folder, "test.jsonl"), "test", 12);
  writeConfig(folder, config);
}
