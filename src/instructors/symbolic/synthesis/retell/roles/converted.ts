import { place, question, remember, step } from "../telling.ts";
import type { Unit } from "../vocabulary.ts";
import { resultOf } from "./amounts.ts";
import type { Role } from "./role.ts";

/** "How many hours did Ann practice?", where the minutes were told: a reader knows how many make an hour. */
export const convertedUp: Role = (story, { calculation, index, slot }) => {
  if (calculation.kind !== "quotient") return null;
  const [amount, factor] = calculation.operands;
  if (factor.kind !== "number") return null;
  const larger = slot.unit.larger.find(
    (unit) => unit.factor === story.graph.numbers[factor.number]!.constant,
  );
  if (!larger || !place(story, factor, [larger.factor])) return null;
  const told = story.plan.holding(story, amount, slot);
  if (told?.state !== "fresh") return null;
  const { bearer } = told;
  const verb = story.verbs.get(slot.unit)!;
  const unit: Unit = { ...slot.unit, noun: larger.noun, collective: larger.noun.many };
  step(story, index, unit, bearer, [`{A} <${verb}> {calc}{when}.`]);
  return remember(story, resultOf(index), {
    ...told,
    unit,
    state: "part",
    ask: question(story, unit, bearer, [
      `{howMany} <do> {A} <${verb}/base>{when}${bearer.agent.plural ? " altogether" : " in all"}?`,
    ]),
  });
};
