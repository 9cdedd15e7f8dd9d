import type { Case } from "../../domain/attempt.ts";
import type { Diagnosis } from "../../domain/diagnosis.ts";
import type { Calculation } from "./diagnosis/calculation.ts";
import type { Finding } from "./diagnosis/cause.ts";
import { answerCauses, calculationCauses } from "./diagnosis/causes/index.ts";
import { counterpartOf } from "./diagnosis/counterpart.ts";
import { type Progress, progressOf } from "./diagnosis/progress.ts";
import { type Situation, situationOf } from "./diagnosis/situation.ts";

const unrecognised: Finding = {
  keyphrase: "reasoning does not follow the reference",
  detail: "Nothing in the solution can be compared with the reference.",
};

/**
 * Names the first mistake of a bad case (SEI eq. 2) by comparing its arithmetic with the reference solution's: the
 * first calculation that is on no correct way to the answer, and the cause that sets it apart from the calculation of
 * the reference whose place it takes. Deterministic; the keyphrase is one of the taxonomy's.
 */
export function diagnose(badCase: Case): Diagnosis {
  const situation = situationOf(badCase);
  const progress = progressOf(situation);
  const { firstWrong, unfinished } = progress;
  const problemId = badCase.problem.id;
  if (firstWrong) return { problemId, ...diagnoseCalculation(firstWrong, situation, progress) };
  const finding = firstOf(answerCauses, (cause) => cause(situation, progress));
  if (!finding && unfinished) return { problemId, ...diagnoseCalculation(unfinished, situation, progress) };
  const { keyphrase, detail } = finding ?? unrecognised;
  return { problemId, keyphrase, firstWrongStep: null, explanation: detail };
}

function diagnoseCalculation(
  wrong: Calculation,
  situation: Situation,
  progress: Progress,
): Omit<Diagnosis, "problemId"> {
  const counterpart = counterpartOf(wrong, situation, progress);
  const { keyphrase, detail } =
    firstOf(calculationCauses, (cause) => cause({ situation, progress, wrong, counterpart })) ?? unrecognised;
  const explanation = `${comparison(wrong, counterpart?.calculation, situation)} ${detail}`;
  return { keyphrase, firstWrongStep: wrong.step, explanation };
}

function firstOf<Recogniser>(
  causes: readonly Recogniser[],
  recognise: (cause: Recogniser) => Finding | null,
): Finding | null {
  for (const cause of causes) {
    const finding = recognise(cause);
    if (finding) return finding;
  }
  return null;
}

function comparison(
  wrong: Calculation,
  counterpart: Calculation | undefined,
  { attempt, reference }: Situation,
): string {
  const says = `Step ${wrong.step + 1} says "${attempt.steps[wrong.step]!.text}"`;
  return counterpart
    ? `${says} where the reference says "${reference.steps[counterpart.step]!.text}".`
    : `${says}.`;
}
