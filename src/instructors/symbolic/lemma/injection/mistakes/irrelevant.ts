import { add } from "../../../../../mathematics/index.ts";
import { compare, equals, type Rational, subtract } from "../../../../../mathematics/rational.ts";
import type { MistakeMaker, WrongTelling } from "../mistake-maker.ts";
import { writeLike } from "../numbers.ts";
import { withAnswer } from "../retell.ts";
import type { Script } from "../script.ts";

/** A number that nothing asks for is taken in, in a step of its own after the answer. */
export const irrelevantInformation: MistakeMaker = (script, random) => {
  const { steps, answerStep, questionNumbers } = script;
  const { stated } = steps[answerStep]!;
  const known = [...questionNumbers, ...steps.map((step) => step.stated)];
  const others = known.filter((number) => !equals(number, stated) && number.numerator > 0n);
  return random.shuffle(
    others.flatMap((number) => [
      ...(compare(number, stated) < 0 ? [goOn(script, number, "-")] : []),
      goOn(script, number, "+"),
    ]),
  );
};

function goOn(script: Script, number: Rational, operator: "+" | "-"): WrongTelling {
  return () => {
    const { steps, answerStep, answerLine, lines } = script;
    const { stated, statedText, unit = "" } = steps[answerStep]!;
    const result = operator === "+" ? add(stated, number) : subtract(stated, number);
    const [other, after] = [writeLike(statedText, number), writeLike(statedText, result)];
    if (other === null || after === null) return null;
    const calculation = `${statedText} ${operator} ${other} = ${marked(script, `${statedText}${operator}${other}=${after}`)}${after}`;
    const told = operator === "+" ? "With the other" : "Without the other";
    const extra = `${told} ${other} that makes ${calculation}${unit === "" ? "" : ` ${unit}`}.`;
    const end = answerLine ?? lines.length;
    const extended = [...lines.slice(0, end), extra, ...lines.slice(end)];
    const moved = { ...script, answerLine: answerLine === null ? null : answerLine + 1 };
    return withAnswer(moved, extended, after).join("\n");
  };
}

/** In a solution with calculator marks every calculation has one. */
const marked = ({ lines }: Script, calculation: string): string =>
  lines.some((line) => line.includes("<<")) ? `<<${calculation.replaceAll(",", "")}>>` : "";
