import { z } from "zod";
import { type Item, withoutLetters } from "../item.ts";

/**
 * A row of a folder of prepared data: the same fields for every data set, one JSON object per line. `choices` are the
 * options with or without their letters, and `answer` is then the letter of the right one.
 */
export const PreparedRow = z
  .object({
    id: z.string().min(1),
    problem: z.string(),
    solution: z.string().default(""),
    answer: z.string(),
    choices: z.array(z.string()).optional(),
    subject: z.string().optional(),
    level: z.union([z.string(), z.number()]).transform(String).optional(),
  })
  .transform(
    ({ problem, choices, subject, level, ...row }): Item => ({
      ...row,
      question: problem,
      ...(choices ? { options: withoutLetters(choices) } : {}),
      ...(subject === undefined ? {} : { skill: subject }),
      ...(level === undefined ? {} : { level }),
    }),
  );
