import { equals } from "../../../../../mathematics/rational.ts";
import type { MistakeMaker } from "../mistake-maker.ts";
import { withAnswer } from "../retell.ts";

/** Every calculation is right, and another amount than the one asked for is given as the answer. */
export const questionUnderstandingError: MistakeMaker = (script, random) => {
  const { steps, answerStep, lines } = script;
  const others = steps
    .slice(0, answerStep)
    .filter(({ stated }) => !equals(stated, steps[answerStep]!.stated));
  return random.shuffle(others).map(
    ({ statedText }) =>
      () =>
        withAnswer(script, lines, statedText).join("\n"),
  );
};
