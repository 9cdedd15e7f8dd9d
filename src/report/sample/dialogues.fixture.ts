import type { Dialogue } from "../../domain/dialogue.ts";
import type { ReportedDialogues } from "../report-data.ts";

const benchmark = "word-problems-test";

/** A dialogue of each kind: the method answers all of it right, the base model its first question alone. */
export function sampleDialogues(): ReportedDialogues {
  const problem = {
    question: "Ann has 3 boxes of 4 <red> pens. How many pens?",
    solution: "3 * 4 = 12",
    answer: "12",
  };
  const dialogues: Dialogue[] = [
    {
      kind: "follow-up",
      ...{ benchmark, problemId: "word-problems-test-0-0" },
      rounds: [
        problem,
        { question: "Now change one thing: 5 boxes.", solution: "5 * 4 = 20", answer: "20" },
        { question: "How much is 2 times this answer?", solution: "2 * 20 = 40", answer: "40" },
      ],
    },
    {
      kind: "error-correction",
      ...{ benchmark, problemId: "word-problems-test-0-1" },
      rounds: [
        { ...problem, given: "3 + 4 = 7" },
        { ...problem, question: "That is not right." },
      ],
    },
  ];
  const answersOf = (isRight: (round: number) => boolean) =>
    dialogues.flatMap(({ kind, problemId, rounds }) =>
      rounds.flatMap(({ answer, given }, index) => {
        const right = isRight(index + 1);
        const prediction = right ? answer : "7";
        const verdict = right ? ("right" as const) : ("wrong" as const);
        const attempt = {
          problemId,
          output: `#### ${prediction}`,
          prediction,
          verdict,
          how: "number after ####",
        };
        return given === undefined ? [{ benchmark, kind, round: index + 1, attempt }] : [];
      }),
    );
  return {
    dialogues,
    models: [
      { armId: null, iteration: 0, answers: answersOf((round) => round === 1) },
      { armId: "method", iteration: 2, answers: answersOf(() => true) },
    ],
  };
}
