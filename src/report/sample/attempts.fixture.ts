import type { Attempt } from "../../domain/attempt.ts";
import type { Problem } from "../../domain/problem.ts";
import type { Random } from "../../foundation/random.ts";
import type { Benchmark, ScoredAttempt } from "../report-data.ts";

/** An attempt at a problem of `problems.fixture.ts`; a wrong one adds where it should take away. */
export function attemptAt(
  { id, solution, answer }: Pick<Problem, "id" | "solution" | "answer">,
  right: boolean,
): Attempt {
  const wrongAnswer = String(Number(answer) + 4);
  return {
    problemId: id,
    output: right ? solution : solution.replaceAll(answer, wrongAnswer).replace(" - ", " + "),
    prediction: right ? answer : wrongAnswer,
    verdict: right ? "right" : "wrong",
    how: "number after ####",
  };
}

/** The paper's rule takes a right answer with another unit for wrong now and then. */
function scoredAttemptAt(problem: Benchmark["problems"][0], right: boolean): ScoredAttempt {
  const attempt = attemptAt(problem, right);
  const { prediction, verdict, how } = attempt;
  const errata = { prediction, verdict, how };
  const isMissed = Number(problem.answer) % 17 === 0;
  return { ...attempt, scores: { errata, paper: isMissed ? { ...errata, verdict: "wrong" } : errata } };
}

/** Some skills are harder than others. */
export function attemptsAtBase({ problems }: Benchmark, random: Random): ScoredAttempt[] {
  const difficulty = new Map(problems.map(({ skill }) => [skill, 0.15 + 0.75 * random.next()]));
  return problems.map((problem) => scoredAttemptAt(problem, random.next() < difficulty.get(problem.skill)!));
}

/** A share of what was wrong is `fixed`, a third of it out of the domain; one right answer in eleven is lost. */
export function attemptsAfter(
  { problems, domain }: Benchmark,
  before: readonly ScoredAttempt[],
  fixed: number,
  random: Random,
): ScoredAttempt[] {
  const fixRate = domain === "in-domain" ? fixed : fixed / 3;
  return problems.map((problem, index) =>
    scoredAttemptAt(
      problem,
      before[index]!.verdict === "right" ? random.next() > 0.09 : random.next() < fixRate,
    ),
  );
}
