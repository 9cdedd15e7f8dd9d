import type { Problem } from "../../domain/problem.ts";
import { ErrataError } from "../../foundation/errors.ts";
import { createRandom } from "../../foundation/random.ts";
import { generateWordProblem, type Wordings, type WordProblem } from "./generate-word-problem.ts";
import type { Mixture } from "./mixtures.ts";
import type { Split } from "./splits.ts";

/** A new question is all but certain at the first try; many failures mean that a skill has no more to give. */
const tries = 1000;

interface WordProblemsOptions {
  /** Same seed, same problems; a larger count adds problems after the same first ones. Part of their ids. */
  seed: string;
  count: number;
  mixture: Mixture;
  wordings: Wordings;
  /** Of problems with ordinary wordings; `train` when left out. */
  split?: Split;
  /** Questions that must not occur. */
  exclude?: ReadonlySet<string>;
}

/**
 * Problems with distinct questions, their skills in turn as the mixture weighs them.
 *
 * @throws ErrataError for an unknown skill, and where no more distinct problems can be found.
 * @example generateWordProblems({ seed: "extra", count: 100, mixture: { sharing: 1, ages: 2 }, wordings: "ordinary" })
 */
export function generateWordProblems(options: WordProblemsOptions): Problem[] {
  const { seed, count, mixture, wordings, split = "train", exclude } = options;
  const seen = new Set(exclude);
  const nextSkill = createTurns(mixture);
  return Array.from({ length: count }, (_, index) => {
    const random = createRandom(`${seed}/${index}`);
    const skill = nextSkill();
    const problem = findUnseen(seen, () => generateWordProblem({ skill, wordings, random, split }));
    seen.add(problem.question);
    return { id: `word-problems-${seed}-${index}`, ...problem };
  });
}

function findUnseen(seen: ReadonlySet<string>, generate: () => WordProblem): WordProblem {
  for (let attempt = 0; attempt < tries; attempt++) {
    const problem = generate();
    if (!seen.has(problem.question)) return problem;
  }
  throw new ErrataError(`No new word problem was found in ${tries} tries.`, {
    advice: "Ask for fewer problems, or for more skills.",
  });
}

/**
 * Skills in turn (smooth weighted round robin): after any number of turns each skill has had its share, give or take one.
 */
function createTurns(mixture: Mixture): () => string {
  const skills = Object.entries(mixture).map(([id, weight]) => ({ id, weight, credit: 0 }));
  const total = skills.reduce((sum, { weight }) => sum + weight, 0);
  if (!(total > 0)) {
    throw new ErrataError("The mixture of word problems has no skill with a weight above zero.", {
      advice: "Give at least one skill a positive weight.",
    });
  }
  return () => {
    for (const skill of skills) skill.credit += skill.weight;
    const next = skills.reduce((best, skill) => (skill.credit > best.credit ? skill : best));
    next.credit -= total;
    return next.id;
  };
}
