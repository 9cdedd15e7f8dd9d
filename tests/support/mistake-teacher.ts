import type { GenerationRequest } from "../../src/models/language-model.ts";
import type { Answer } from "./teacher-model.ts";
import { type Operation, operations } from "./toy-problems.ts";

const kinds = Object.keys(operations) as Operation[];

/** Answers LEMMA's prompts about toy problems as a good language model would. */
export function mistakeTeacher({ prompt, seed }: GenerationRequest): Answer {
  const [, operation, a, b] = /: (add|subtract|multiply) (\d+) and (\d+)\?/.exec(prompt)!;
  const worked = (name: Operation, first = Number(a)): string => {
    const { sign, compute } = operations[name];
    const result = compute(first, Number(b));
    return `${first} ${sign} ${b} = ${result}\n#### ${result}`;
  };
  const right = worked(operation as Operation);
  if (prompt.includes("Find its first wrong step")) {
    const isRight = prompt.includes(`[1] ${right.split("\n")[0]}`);
    const found = isRight ? { step: null, label: "none" } : { step: 1, label: "operator_error" };
    return json({ ...found, explanation: isRight ? "" : "It is the wrong operation." });
  }
  if (prompt.includes("Play a careless student")) {
    const others = kinds.filter((name) => name !== operation);
    const solution = worked(others[seed! % others.length]!);
    return json({ explanation: `It should ${operation}.`, solution });
  }
  if (prompt.includes("repairs that step"))
    return json({ continuation: `Wait, I should ${operation}.\n${right}` });
  if (prompt.includes("solves the problem anew")) {
    return json({ continuation: `That does not fit. Let me ${operation} instead.\n${right}` });
  }
  if (prompt.includes("A student has solved")) {
    return json({
      problems: [
        { question: `And now: add ${Number(a) + 100} and ${b}?`, solution: worked("add", Number(a) + 100) },
        {
          question: `And then: multiply ${Number(a) + 200} and ${b}?`,
          solution: worked("multiply", Number(a) + 200),
        },
      ],
    });
  }
  if (prompt.includes("The two were written by different hands")) return json({ continuation: "" });
  throw new Error(`The teacher was asked something else: ${prompt.slice(0, 200)}`);
}

const json = (value: object): Answer => ({ text: JSON.stringify(value) });
