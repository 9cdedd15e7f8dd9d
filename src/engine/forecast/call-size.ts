import type { Case } from "../../domain/attempt.ts";
import type { ErroneousSolution } from "../../domain/erroneous-solution.ts";
import type { Problem } from "../../domain/problem.ts";
import { mean } from "../../foundation/statistics.ts";
import type { Instructor, SynthesisRequest } from "../../instructors/instructor.ts";
import type { GenerationRequest } from "../../models/language-model.ts";
import type { PromptTemplate } from "../../models/prompt-template.ts";
import type { ExpectedCalls } from "../../stages/forecast.ts";
import { assumedOutput, assumedProblem, bytesPerToken } from "./assumptions.ts";
import { rehearse } from "./rehearse.ts";

/** Mean tokens of a call. */
export interface Tokens {
  inputTokens: number;
  outputTokens: number;
}

/** What a call takes: measured on a sample, or by its prompts' texts and an assumed output. */
export interface CallSize extends Tokens {
  from: "sample" | "texts";
}

/** What calls are made of. */
export interface CallMaterial {
  /** Some problems like those of the run, at least one. */
  problems: readonly Problem[];
  template: PromptTemplate;
  instructor: Instructor;
  /** What calls took that were made; null where nothing was measured. */
  measured: { readonly attempt: Tokens | null; readonly diagnose: Tokens | null };
}

/** The mean tokens of a call of one kind. */
export async function callSize(calls: ExpectedCalls, material: CallMaterial): Promise<CallSize> {
  const { measured } = material;
  switch (calls.kind) {
    case "attempt":
      return measured.attempt ? { ...measured.attempt, from: "sample" } : attemptSize(calls, material);
    case "one-shot attempt":
      return oneShotSize(calls, material);
    case "dialogue attempt":
      return dialogueSize(calls, material);
    case "diagnose":
      return measured.diagnose ? { ...measured.diagnose, from: "sample" } : instructorSize(calls, material);
    default:
      return instructorSize(calls, material);
  }
}

const tokensOf = (text: string) => Buffer.byteLength(text) / bytesPerToken;
const meanTokens = (texts: readonly string[]) => mean(texts.map(tokensOf));
const solutionTokens = (problems: readonly Problem[]) =>
  meanTokens(problems.map(({ solution }) => solution)) || assumedProblem.solution;

function attemptSize(
  { maxOutputTokens }: { maxOutputTokens: number },
  { problems, template }: CallMaterial,
): CallSize {
  const output = assumedOutput.attemptPerSolution * solutionTokens(problems);
  return {
    inputTokens: meanTokens(problems.map(({ question }) => template.prompt(question))),
    outputTokens: Math.min(maxOutputTokens, output),
    from: "texts",
  };
}

/** An attempt with another problem, worked, before it: the output is as long as without. */
function oneShotSize(calls: { maxOutputTokens: number }, material: CallMaterial): CallSize {
  const { measured, problems, template } = material;
  const plain: CallSize = measured.attempt
    ? { ...measured.attempt, from: "sample" }
    : attemptSize(calls, material);
  const added = problems.map(
    (problem) =>
      tokensOf(template.prompt(problem.question, problem)) - tokensOf(template.prompt(problem.question)),
  );
  return { ...plain, inputTokens: plain.inputTokens + mean(added) };
}

/** An attempt after rounds that are as long as it is. */
function dialogueSize(calls: { maxOutputTokens: number; earlier: number }, material: CallMaterial): CallSize {
  const { measured } = material;
  const plain: CallSize = measured.attempt
    ? { ...measured.attempt, from: "sample" }
    : attemptSize(calls, material);
  const { inputTokens, outputTokens } = plain;
  return { ...plain, inputTokens: inputTokens + calls.earlier * (inputTokens + outputTokens) };
}

type InstructorCalls = Exclude<ExpectedCalls, { kind: "attempt" | "one-shot attempt" | "dialogue attempt" }>;

async function instructorSize(calls: InstructorCalls, material: CallMaterial): Promise<CallSize> {
  const requests = await Promise.all(
    someOf(material.problems).map((problem) =>
      rehearse(material.instructor, (instructor) => rehearsal(calls, instructor, problem, material)),
    ),
  );
  const lengths = requests.flatMap((request) => (request ? [requestTokens(request)] : []));
  return {
    inputTokens: lengths.length > 0 ? mean(lengths) : 0,
    outputTokens: outputTokens(calls, material.problems),
    from: "texts",
  };
}

/** Prompts are long, and a few say how long. */
const someOf = (problems: readonly Problem[]) => problems.slice(0, 10);

function requestTokens({ prompt, system = "", jsonSchema }: GenerationRequest): number {
  return tokensOf(`${system}${prompt}${jsonSchema ? JSON.stringify(jsonSchema) : ""}`);
}

function rehearsal(
  calls: InstructorCalls,
  instructor: Instructor,
  problem: Problem,
  { problems }: CallMaterial,
): Promise<unknown> | undefined {
  switch (calls.kind) {
    case "diagnose":
      return instructor.diagnose(badCaseOf(problem));
    case "cluster":
      return instructor.cluster({
        keyphrases: Array.from({ length: calls.keyphrases }, (_, index) => `${typicalKeyphrase} ${index}`),
        seed: problem.id,
      });
    case "synthesize":
      return instructor.synthesize(synthesisRequest(calls, problems));
    case "vary":
      return instructor.vary?.({
        badCase: calls.badCase ? badCaseOf(problem) : null,
        problems: repeated(problems, calls.shown),
        count: calls.problems,
        seed: "",
      });
    case "solve":
      return instructor.solve?.({ question: problem.question, like: problem.solution, seed: problem.id });
    case "follow-ups":
      return instructor.followUps?.({ problem, seed: problem.id });
    case "inject":
      return injection(instructor.mistakes, problem);
    case "analyse":
      return instructor.mistakes?.analyse({ problem, solution: problem.solution || problem.question });
    case "fix":
      return instructor.mistakes?.fix({ problem, erroneous: erroneousOf(problem), seed: problem.id });
    case "restart":
      return instructor.mistakes?.restart({
        problem,
        erroneous: erroneousOf(problem),
        alternative: problem.solution,
        seed: problem.id,
      });
    case "smooth": {
      const { prefix } = erroneousOf(problem);
      return instructor.mistakes?.smooth({
        problem,
        prefix,
        continuation: problem.solution,
        seed: problem.id,
      });
    }
  }
}

async function injection(mistakes: Instructor["mistakes"], problem: Problem): Promise<unknown> {
  const label = mistakes?.injectable[0];
  return label && mistakes.inject({ problem, label, seed: problem.id });
}

/** A wrong solution of which nothing is known, wrong in the middle, as long as a right one. */
function erroneousOf({ id, question, solution: right }: Problem): ErroneousSolution {
  const solution = right || question;
  return {
    ...{ id, problemId: id, origin: "own", label: "calculation_error", solution, firstWrongStep: 0 },
    prefix: solution.slice(0, Math.ceil(solution.length / 2)),
    explanation: typicalKeyphrase,
  };
}

const typicalKeyphrase = "adds the discount instead of subtracting it";

/** A wrong answer of which nothing is known, as long as a right one. */
function badCaseOf(problem: Problem): Case {
  const output = problem.solution || problem.question;
  return {
    problem,
    attempt: { problemId: problem.id, output, prediction: null, verdict: "wrong", how: "" },
  };
}

function synthesisRequest(
  { badCases, kept, problems: count }: Extract<InstructorCalls, { kind: "synthesize" }>,
  problems: readonly Problem[],
): SynthesisRequest {
  return {
    errorType: {
      id: "typical",
      name: "Wrong operation",
      explanation: `The model ${typicalKeyphrase}.`,
      keyphrases: [typicalKeyphrase],
    },
    badCases: repeated(problems, badCases).map((problem) => ({
      case: badCaseOf(problem),
      diagnosis: {
        problemId: problem.id,
        keyphrase: typicalKeyphrase,
        firstWrongStep: null,
        explanation: `The solution ${typicalKeyphrase}.`,
      },
    })),
    kept: repeated(problems, kept),
    count,
    seed: "",
  };
}

const repeated = (problems: readonly Problem[], count: number): Problem[] =>
  Array.from({ length: count }, (_, index) => problems[index % problems.length]!);

function outputTokens(calls: InstructorCalls, problems: readonly Problem[]): number {
  const solution = solutionTokens(problems);
  switch (calls.kind) {
    case "diagnose":
    case "analyse":
      return assumedOutput.diagnosis;
    case "cluster":
      return assumedOutput.types + (assumedOutput.keyphrase * calls.keyphrases) / calls.count;
    case "synthesize":
    case "vary": {
      const question = meanTokens(problems.map((problem) => problem.question));
      return calls.problems * (question + solution + assumedOutput.draft);
    }
    case "follow-ups":
    case "solve":
    case "inject":
    case "fix":
    case "restart":
    case "smooth":
      return assumedOutput.solvePerSolution * solution;
  }
}

/** Stands for problems whose texts are not here. */
export const unknownProblem: Problem = {
  id: "unknown",
  question: "?".repeat(assumedProblem.question * bytesPerToken),
  solution: "?".repeat(assumedProblem.solution * bytesPerToken),
  answer: "?",
};
