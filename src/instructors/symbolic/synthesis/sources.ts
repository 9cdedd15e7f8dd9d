import { generateWordProblem, skills } from "../../../datasets/word-problems/index.ts";
import type { Problem } from "../../../domain/problem.ts";
import type { Random } from "../../../foundation/random.ts";
import type { ProblemDraft, SynthesisRequest } from "../../instructor.ts";
import type { CalculationGraph } from "./chain/calculation.ts";
import { readChain } from "./chain/read-chain.ts";
import { simplifyChain } from "./chain/simplify-chain.ts";
import { exercises } from "./exercises.ts";
import { retell } from "./retell/retell.ts";
import type { Theme } from "./retell/vocabulary.ts";
import { themes } from "./themes/index.ts";

/** A problem from which others can be written. */
export interface Source {
  /** How often it is drawn, against the others. */
  readonly weight: number;
  readonly write: (random: Random) => ProblemDraft | null;
}

/** Nobody can follow the story of a longer chain. */
const mostCalculations = 6;

/** A case whose chain holds the operation that its diagnosis speaks of comes up this much more often. */
const preference = 3;

/** The bad cases that new problems can be written from. */
export function sourcesOf(badCases: SynthesisRequest["badCases"]): Source[] {
  return badCases.flatMap(({ case: { problem }, diagnosis }) => sourceOf(problem, diagnosis.keyphrase) ?? []);
}

/** A problem to write others from; null where it cannot be read. It weighs more where it exercises the keyphrase. */
export function sourceOf(problem: Problem, keyphrase = ""): Source | null {
  const skill = generatedSkill(problem);
  if (skill) return { weight: 1, write: (random) => ofSkill(skill, random) };
  const graph = graphOf(problem);
  if (!graph) return null;
  const weight = exercises(graph, keyphrase) ? preference : 1;
  return { weight, write: (random) => told(graph, problem, random) };
}

/** The skill of a problem that the generator of word problems wrote; null for any other problem. */
function generatedSkill({ skill }: Problem): string | null {
  return skills.find(({ id, heldOut }) => id === skill && !heldOut)?.id ?? null;
}

function ofSkill(skill: string, random: Random): ProblemDraft {
  const { question, solution } = generateWordProblem({ skill, wordings: "ordinary", random });
  return { question, solution, skill };
}

function graphOf(problem: Problem): CalculationGraph | null {
  const chain = readChain(problem);
  const graph = chain && simplifyChain(chain);
  return graph && graph.calculations.length <= mostCalculations ? graph : null;
}

function told(graph: CalculationGraph, { skill }: Problem, random: Random): ProblemDraft | null {
  const draft = retell(graph, pickTheme(graph, random), random);
  return draft && skill !== undefined ? { ...draft, skill } : draft;
}

/** A setting that knows the unit conversion of the chain, more often than not; any other teaches only the numbers. */
function pickTheme({ numbers }: CalculationGraph, random: Random): Theme {
  const constants = numbers.map(({ constant }) => constant);
  const knowing = themes.filter(({ links }) =>
    links.some(({ one, many }) =>
      [...one.larger, ...many.larger].some(({ factor }) => constants.includes(factor)),
    ),
  );
  return random.pick(knowing.length > 0 && random.next() < 0.7 ? knowing : themes);
}
