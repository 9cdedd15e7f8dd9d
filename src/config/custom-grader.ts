import { z } from "zod";
import { Verdict } from "../domain/attempt.ts";
import { contentKey } from "../foundation/content-key.ts";
import { ErrataError } from "../foundation/errors.ts";
import type { Grade, Grader, GradingContext } from "../graders/grader.ts";

/** What a grader of the user's own says: whether the output is right, in what way it is not, or a whole grade. */
export type CustomGrade = boolean | Verdict | (Pick<Grade, "verdict"> & Partial<Grade>);
export type GradeFunction = (output: string, answer: string, context: GradingContext) => CustomGrade;

/** A grader of the user's own. With an `id`, stored grades hold until the id is another. */
export type GraderInput = GradeFunction | { id: string; grade: GradeFunction };

/** As a configuration holds it. Written down it is its id alone, and read back it has no function. */
export interface CustomGrader {
  readonly id: string;
  readonly grade?: GradeFunction;
}

const isGrader = (value: unknown): value is GraderInput | CustomGrader =>
  typeof value === "function" || z.looseObject({ id: z.string().min(1) }).safeParse(value).success;

export const CustomGrader = z
  .custom<GraderInput>(isGrader, "expected the name of a grader, a function, or { id, grade }")
  .transform((value): CustomGrader => {
    const { id, grade } =
      typeof value === "function" ? { id: idOf(value), grade: value } : (value as CustomGrader);
    return Object.defineProperty({ id }, "grade", { value: grade, enumerable: false });
  });

/**
 * The text of a function is not all that it does: what it calls stands elsewhere. Whoever changes that gives the grader
 * an `id`, and raises it.
 */
function idOf(grade: GradeFunction): string {
  return `${grade.name || "function"}-${contentKey(grade.toString()).slice(0, 8)}`;
}

/** The grader behind the port. Throws an `ErrataError` where the function is not there, or fails. */
export function createCustomGrader({ id, grade }: CustomGrader): Grader {
  if (!grade) {
    throw new ErrataError(`The grader "${id}" is a function, and a stored configuration holds none.`, {
      advice: "Name the file that has it: `--config errata.config.ts`.",
    });
  }
  return {
    id: `custom:${id}`,
    grade(output, referenceAnswer, context = {}) {
      return gradeOf(id, output, () => grade(output, referenceAnswer, context));
    },
  };
}

const WholeGrade = z.looseObject({
  verdict: Verdict,
  prediction: z.string().nullable().optional(),
  how: z.string().default(""),
});

function gradeOf(id: string, output: string, grade: () => CustomGrade): Grade {
  let said: unknown;
  try {
    said = grade();
  } catch (cause) {
    throw new ErrataError(`The grader "${id}" failed: ${(cause as Error).message}`, {
      advice: "Correct the function in the configuration; stored outputs are then graded again.",
      cause,
    });
  }
  const whole =
    typeof said === "boolean"
      ? { verdict: said ? "right" : "wrong" }
      : typeof said === "string"
        ? { verdict: said }
        : said;
  const parsed = WholeGrade.safeParse(whole);
  if (parsed.success) {
    const { verdict, prediction = hasAnswer(verdict) ? lastLine(output) : null, how } = parsed.data;
    return { verdict, prediction, how: how || `as ${id} says` };
  }
  throw new ErrataError(
    `The grader "${id}" gave ${JSON.stringify(said) ?? String(said)}, which is no grade.`,
    {
      advice: `Return true or false, one of ${Verdict.options.join(", ")}, or { verdict, prediction, how }; no promise.`,
    },
  );
}

const hasAnswer = (verdict: Verdict) => verdict === "right" || verdict === "wrong" || verdict === "undecided";

/** Stands for the answer that a grader judged and did not name. */
const lastLine = (output: string) => output.trim().split("\n").at(-1)!.trim();
