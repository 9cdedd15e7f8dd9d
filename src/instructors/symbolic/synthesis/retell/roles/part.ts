import type { Term } from "../../chain/calculation.ts";
import { usesOf } from "../../chain/calculation.ts";
import type { Word } from "../sentence.ts";
import { firstOf, type Story, type Told } from "../story.ts";
import { isOwnNumber, place, placeShare, question, remember, say, step, useUp } from "../telling.ts";
import { fractions, percents } from "../value.ts";
import type { Trait } from "../vocabulary.ts";
import { fractionOf, shareWord } from "../words.ts";
import { resultOf } from "./amounts.ts";
import type { Role, Task } from "./role.ts";

/** "25% of Ann's apples were ripe." The part that was, or by way of 100% - 25% the part that was not. */
export const part: Role = (story, task) => {
  const { calculation, slot } = task;
  if (slot.via || slot.bearer.time) return null;
  if (calculation.kind === "quotient") return simpleFraction(story, task);
  if (calculation.kind !== "share") return null;
  const [share, whole] = calculation.operands;
  const complement = complementOf(story, share);
  const stated = complement?.share ?? share;
  if (!placeShare(story, stated, { percent: percents, fraction: complement ? percents : fractions }))
    return null;
  return tellPart(story, task, whole, shareWord(stated), complement?.index ?? null);
};

function simpleFraction(story: Story, task: Task): Told | null {
  const [whole, divisor] = task.calculation.operands as [Term, Term];
  if (!isOwnNumber(story, divisor) || !place(story, divisor, [2, 3, 4, 5])) return null;
  return tellPart(story, task, whole, fractionOf(divisor), null);
}

function complementOf(story: Story, share: Term): { share: Term; index: number } | null {
  if (share.kind !== "result" || usesOf(story.graph, share) > 1) return null;
  const calculation = story.graph.calculations[share.calculation]!;
  return calculation.kind === "complement"
    ? { share: calculation.operands[0], index: share.calculation }
    : null;
}

function tellPart(
  story: Story,
  { index, slot }: Task,
  whole: Term,
  share: Word,
  complement: number | null,
): Told | null {
  const told = story.plan.holding(story, whole, slot);
  if (!told || told.state === "part" || !useUp(story, whole)) return null;
  const attempts = story.random.shuffle(told.unit.traits).map((trait) => () => {
    const { unit, bearer } = told;
    const words = { share, all: told.phrase };
    if (!say(story, unit, bearer, [`{share} of {all} ${trait.predicate}.`], words)) return null;
    if (complement !== null) tellComplement(story, complement, told, trait);
    step(story, index, unit, bearer, [
      complement === null ? `Of these, {calc} ${trait.predicate}.` : `Of these, {calc} ${trait.negated}.`,
    ]);
    return remember(story, resultOf(index), namedPart(story, told, trait, complement !== null));
  });
  return firstOf(story, attempts);
}

function tellComplement(story: Story, index: number, { unit, bearer, phrase }: Told, trait: Trait): void {
  step(story, index, unit, bearer, [`{calc} of {all} ${trait.negated}.`], { all: phrase });
}

function namedPart(story: Story, { unit, bearer, phrase }: Told, trait: Trait, negated: boolean): Told {
  const predicate = negated ? trait.negated : trait.predicate;
  return {
    unit,
    bearer,
    state: "part",
    phrase: () => (negated ? `the other ${unit.noun.many}` : `the ${trait.part}`),
    ask: question(story, unit, bearer, [`How many of {all} ${predicate}?`], { all: phrase }),
  };
}
