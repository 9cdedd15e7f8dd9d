import type { Story, Told } from "../story.ts";
import { question, remember, step, useUp } from "../telling.ts";
import { collectiveOf } from "../words.ts";
import { resultOf } from "./amounts.ts";
import type { Role } from "./role.ts";

/** "Ann gave 5 of the apples away." What remains. */
export const remainder: Role = (story, { calculation, index, slot }) => {
  if (calculation.kind !== "difference" || slot.via || slot.bearer.time) return null;
  const [whole, taken] = calculation.operands;
  const told = story.plan.holding(story, whole, slot);
  if (!told || !useUp(story, whole) || !story.plan.outflow(story, taken, told, whole)) return null;
  const { unit, bearer } = told;
  step(story, index, unit, bearer, ["{A} <have> {calc} left.", "This leaves {calc}."]);
  return remember(story, resultOf(index), leftOver(story, told));
};

function leftOver(story: Story, whole: Told): Told {
  const { unit, bearer } = whole;
  const things = collectiveOf(unit, bearer.variety);
  const named = whole.state === "part";
  return {
    unit,
    bearer,
    state: "left",
    phrase: named ? (voice) => `the rest of ${whole.phrase(voice)}` : () => `the remaining ${things}`,
    ask: question(
      story,
      unit,
      bearer,
      named
        ? ["How many of {all} <be/2> left?"]
        : ["{howMany} <do> {A} have left?", "{howMany} <do> {A} still have?"],
      { all: whole.phrase },
    ),
  };
}
