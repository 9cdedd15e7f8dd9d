import type { ReportedErrorType } from "../report-data.ts";
import { attemptAt } from "./attempts.fixture.ts";
import { familiarSkills, wordProblem } from "./problems.fixture.ts";

/** Five types, with fewer bad cases in later iterations. */
export function errorTypesOf(iteration: number): ReportedErrorType[] {
  const types = [
    [
      "wrong-operation",
      "Wrong operation",
      "Adds, subtracts, multiplies or divides where the story asks for another operation.",
      96,
      "added instead of subtracting",
    ],
    [
      "unit-not-converted",
      "Unit not converted",
      "Calculates with minutes and hours, or grams and kilograms, as if they were one unit.",
      74,
      "minutes used as hours",
    ],
    [
      "stopped-early",
      "Stopped early",
      "The last step of the solution is missing, so an intermediate result is given as the answer.",
      51,
      "gave the total before the discount",
    ],
    [
      "arithmetic-slip",
      "Arithmetic slip in multiplication",
      "The operation and the numbers are right, the product is not.",
      33,
      "product off by ten",
    ],
    [
      "wrong-base",
      "Percentage of the wrong base",
      "Takes the percentage of the new amount, or of another quantity of the question.",
      20,
      "percentage of the reduced price",
    ],
  ] as const;
  return types.map(([id, name, explanation, size, phrase], index) => {
    const badCases = Math.round(size * (iteration === 1 ? 1 : 0.7));
    const problem = wordProblem(`train-${iteration}-${index}`, familiarSkills[index * 3]!, index + iteration);
    return {
      iteration,
      id,
      name,
      explanation,
      badCases,
      keyphrases: [
        { text: phrase, count: Math.ceil(badCases * 0.6) },
        { text: `${phrase} in the second step`, count: Math.floor(badCases * 0.4) },
      ],
      rightAfter: [1, 2]
        .filter((later) => later >= iteration)
        .map((later) => ({
          iteration: later,
          right: Math.round(badCases * (0.5 - 0.07 * index) * (later === 2 ? 1.25 : 1)),
        })),
      examples: [
        {
          problem,
          attempt: attemptAt(problem, false),
          keyphrase: phrase,
          diagnosis: "The second step adds where the story takes away.",
          later: [1, 2]
            .filter((later) => later >= iteration)
            .map((later) => ({ iteration: later, attempt: attemptAt(problem, later === 2) })),
        },
      ],
    };
  });
}
