import { ErrataError } from "../../foundation/errors.ts";
import type { Random } from "../../foundation/random.ts";
import { capitalised, withArticles } from "./grammar/english.ts";
import { createNarrator, type Narrator } from "./grammar/narrator.ts";
import { drawCast } from "./grammar/people.ts";
import { tellStory, type Wording } from "./grammar/story.ts";
import type { SkillDefinition } from "./skill.ts";
import { definitionOf } from "./skills/index.ts";
import { type Split, splitOf } from "./splits.ts";

export type Wordings = "ordinary" | "held-out";

export interface WordProblem {
  readonly question: string;
  /** A line with one equation for each step, then `#### answer`. */
  readonly solution: string;
  readonly answer: string;
  /** Id of its skill. */
  readonly skill: string;
}

/** Questions keep to these lengths, in words. */
const shortest = 25;
const longest = 60;

/**
 * Writes a word problem of a skill. A skill that is held out has held-out wordings alone.
 *
 * @throws ErrataError for an unknown skill, and for ordinary wordings of a held-out one.
 * @example generateWordProblem({ skill: "sharing", wordings: "ordinary", random: createRandom("1") })
 */
export function generateWordProblem(options: {
  skill: string;
  wordings: Wordings;
  random: Random;
  /** Of problems with ordinary wordings; those of `train` when left out, so that new problems never meet a test. */
  split?: Split;
}): WordProblem {
  const { skill, wordings, random, split = "train" } = options;
  const definition = definitionOf(skill);
  const choice = wordingsOf(definition, wordings);
  for (;;) {
    const problem = writeProblem(definition, random.pick(choice), random);
    if (hasGoodLength(problem) && (wordings === "held-out" || splitOf(problem.question) === split))
      return problem;
  }
}

function hasGoodLength({ question }: WordProblem): boolean {
  const length = question.split(" ").length;
  return length >= shortest && length <= longest;
}

function wordingsOf(skill: SkillDefinition, wordings: Wordings): readonly Wording[] {
  if (!skill.heldOut) return wordings === "ordinary" ? skill.wordings : skill.heldOutWordings;
  if (wordings === "held-out") return skill.wordings;
  throw new ErrataError(`The skill "${skill.id}" is held out of training and of synthesis.`, {
    advice: 'Ask for its "held-out" wordings, in the out-of-domain test only.',
  });
}

function writeProblem(skill: SkillDefinition, wording: Wording, random: Random): WordProblem {
  const cast = drawCast(random);
  const narrator = createNarrator(cast, { ...skill.draw(random), ...wording.words }, random);
  const question = tellStory(wording, narrator, random);
  const answer = narrator.tell([{ word: skill.answer }]);
  return { question, solution: writeSolution(skill, narrator, answer), answer, skill: skill.id };
}

function writeSolution(skill: SkillDefinition, narrator: Narrator, answer: string): string {
  const steps = skill.solution.map((step) => withArticles(capitalised(narrator.tell(step))));
  return [...steps, `#### ${answer}`].join("\n");
}
