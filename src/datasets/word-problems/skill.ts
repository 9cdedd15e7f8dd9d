import type { Random } from "../../foundation/random.ts";
import type { Words } from "./grammar/narrator.ts";
import type { Wording } from "./grammar/story.ts";
import { parseTemplate, type Template } from "./grammar/template.ts";

/** What a problem exercises; reports break accuracy down by its id. */
export interface Skill {
  readonly id: string;
  readonly name: string;
  /** Kept out of training, seeds and synthesis as a whole: part of the out-of-domain test. */
  readonly heldOut: boolean;
}

/** A skill with all that is needed to write its problems. */
export interface SkillDefinition extends Skill {
  /** Draws the numbers, with all intermediate results, and the things of a problem. */
  draw(random: Random): Words;
  /** Lines of the solution, one equation each. */
  readonly solution: readonly Template[];
  /** The word that is the answer. */
  readonly answer: string;
  readonly wordings: readonly Wording[];
  /** Wordings that only the out-of-domain test uses. */
  readonly heldOutWordings: readonly Wording[];
}

interface WordingSource {
  /** Words in place of those that the skill draws, for a wording with things of its own. */
  readonly words?: Words;
  readonly opening?: readonly (readonly string[])[];
  readonly details?: readonly (readonly string[])[];
  readonly closing?: readonly (readonly string[])[];
  readonly question: readonly string[];
}

interface SkillSource {
  readonly id: string;
  readonly name: string;
  readonly draw: (random: Random) => Words;
  readonly solution: readonly string[];
  readonly answer: string;
  readonly wordings: readonly WordingSource[];
  /** None: the whole skill is held out. */
  readonly heldOutWordings: readonly WordingSource[];
}

/** Reads the templates of a skill. @throws SyntaxError where one is malformed. */
export function defineSkill(source: SkillSource): SkillDefinition {
  return {
    ...source,
    heldOut: source.heldOutWordings.length === 0,
    solution: source.solution.map(parseTemplate),
    wordings: source.wordings.map(parseWording),
    heldOutWordings: source.heldOutWordings.map(parseWording),
  };
}

function parseWording({
  words = {},
  opening = [],
  details = [],
  closing = [],
  question,
}: WordingSource): Wording {
  const parseAll = (templates: readonly string[]) => templates.map(parseTemplate);
  return {
    words,
    opening: opening.map(parseAll),
    details: details.map(parseAll),
    closing: closing.map(parseAll),
    question: parseAll(question),
  };
}
