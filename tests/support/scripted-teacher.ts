import type { GenerationRequest } from "../../src/models/language-model.ts";
import type { Answer } from "./teacher-model.ts";
import { type Operation, operations, toyProblem } from "./toy-problems.ts";

const task = /: (add|subtract|multiply) (\d+) and (\d+)\?/;

/** Answers an instructor's prompts about toy problems as a good language model would. */
export function scriptedTeacher({ prompt, seed }: GenerationRequest): Answer {
  if (prompt.includes("Find its first mistake")) return { text: diagnosis(prompt) };
  if (prompt.includes("should be one")) return { text: '{"groups": []}' };
  if (prompt.includes("Group them into types")) return { text: types(prompt) };
  const count = /Write (\d+) new problems/.exec(prompt)?.[1];
  if (count !== undefined) return { text: problems(prompt, Number(count), seed!) };
  if (prompt.startsWith("Solve the problem")) return { text: solution(prompt) };
  throw new Error(`The teacher was asked something else: ${prompt.slice(0, 200)}`);
}

function diagnosis(prompt: string): string {
  const [, operation] = task.exec(prompt)!;
  const keyphrase = `adds, where it should ${operation}`;
  return `Let me see.\n\`\`\`json\n${JSON.stringify({ line: 1, explanation: "It adds.", keyphrase })}\n\`\`\``;
}

/** One type a phrase, as they stand for different operations. */
function types(prompt: string): string {
  const phrases = [...prompt.matchAll(/^- (.*)$/gm)].map(([, phrase]) => phrase!);
  return JSON.stringify({
    types: phrases.map((phrase) => ({
      name: `Cannot ${phrase.split(" ").at(-1)}`,
      explanation: "It adds.",
      keyphrases: [phrase],
    })),
  });
}

function problems(prompt: string, count: number, seed: number): string {
  const operation = /Cannot (add|subtract|multiply)/.exec(prompt)![1] as Operation;
  const written = Array.from({ length: count }, (_, item) => {
    const { question, solution } = toyProblem(`${seed}/${item}`, operation);
    return { question, solution };
  });
  return JSON.stringify({ problems: written });
}

function solution(prompt: string): string {
  const [, operation, a, b] = task.exec(prompt)!;
  return `The answer is ${operations[operation as Operation].compute(Number(a), Number(b))}.`;
}
