/** A worked problem placed in the prompt. */
export interface Demonstration {
  question: string;
  solution: string;
}

/** Turns a question, with or without a demonstration, into the text a target model was taught to continue. */
export interface PromptTemplate {
  /** Name and version: part of every key that depends on a prompt. */
  readonly id: string;
  prompt(question: string, demonstration?: Demonstration): string;
  /** A further question after an answer, where the model continues one text that holds both. */
  followUp(question: string): string;
  /** A solution as the model should have continued the prompt. */
  completion(solution: string): string;
  /** Generation ends before the first of these. */
  readonly stop: readonly string[];
}

/** The pupil's own form: half of its training contexts held one worked problem before the question. */
export const questionAndSolution: PromptTemplate = {
  id: "question-and-solution@1",
  prompt: (question, demonstration) =>
    `${demonstration ? `Question: ${demonstration.question}\nSolution: ${demonstration.solution}\n\n` : ""}Question: ${question}\nSolution:`,
  followUp: (question) => `\n\nQuestion: ${question}\nSolution:`,
  completion: (solution) => ` ${solution}`,
  stop: ["\n\n"],
};

const alpacaHeader =
  "Below is an instruction that describes a task. Write a response that appropriately completes the request.";
const alpacaTurn = (question: string) => `### Instruction:\n${question}\n\n### Response:`;

/** The prompts of the SEI evaluation (zero-shot: papers' section 1.2, one-shot: 1.6). */
export const alpaca: PromptTemplate = {
  id: "alpaca@1",
  prompt: (question, demonstration) =>
    demonstration
      ? `${alpacaHeader}\n\nHere is an example:\n${alpacaTurn(demonstration.question)}\n${demonstration.solution}\n\n${alpacaTurn(question)}`
      : `${alpacaHeader}\n\n${alpacaTurn(question)}`,
  followUp: (question) => `\n\n${alpacaTurn(question)}`,
  completion: (solution) => `\n${solution}`,
  stop: ["### Instruction:"],
};

const stepByStepTurn = (question: string) =>
  `### Instruction:\n${question}\n\n### Response: Let's think step by step.`;

/** The prompt of the LEMMA evaluation (papers' section 2.5). */
export const stepByStep: PromptTemplate = {
  id: "step-by-step@1",
  prompt: (question, demonstration) =>
    `${demonstration ? `${stepByStepTurn(demonstration.question)} ${demonstration.solution}\n\n` : ""}${stepByStepTurn(question)} `,
  followUp: (question) => `\n\n${stepByStepTurn(question)} `,
  completion: (solution) => solution,
  stop: ["### Instruction:"],
};

/** The question as a person would ask it, for models whose own chat template is all the form they know. */
export const question: PromptTemplate = {
  id: "question@1",
  prompt: (question, demonstration) =>
    `${demonstration ? `${demonstration.question}\n\n${demonstration.solution}\n\n` : ""}${question}`,
  followUp: (question) => `\n\n${question}`,
  completion: (solution) => solution,
  stop: [],
};

export const promptTemplates = {
  "question-and-solution": questionAndSolution,
  alpaca,
  "step-by-step": stepByStep,
  question,
} as const;
export type PromptTemplateName = keyof typeof promptTemplates;
