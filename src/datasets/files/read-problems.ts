import { z } from "zod";
import { Problem } from "../../domain/problem.ts";
import { ErrataError } from "../../foundation/errors.ts";
import { statedAnswer } from "../answers.ts";
import { problemOf, withoutLetters } from "../item.ts";
import { checkRow, type FieldMapping, readTable } from "../tables/index.ts";
import { readFile } from "./read-file.ts";

/** Spreadsheets write nothing, and Parquet null, where there is no value. */
const optionalText = z
  .union([z.string(), z.number(), z.null()])
  .optional()
  .transform((value) => (value === null || value === "" ? undefined : value?.toString()));

const Row = z.object({
  id: Problem.shape.id.or(z.number().transform(String)),
  question: Problem.shape.question,
  solution: optionalText.transform((text) => text ?? ""),
  answer: z
    .union([z.string(), z.number()])
    .transform((answer) => statedAnswer(answer.toString()))
    .pipe(Problem.shape.answer),
  skill: optionalText,
  level: optionalText,
  /** The options of a choice; in a table of texts, a JSON list of them. */
  choices: z.preprocess(listOf, z.array(z.string()).min(2).nullish()),
});

/** Reads the problems of a JSON Lines, JSON, CSV, TSV or Parquet file, in the order of the file. */
export async function readProblems(file: string, mapping: FieldMapping = {}): Promise<Problem[]> {
  const rows = await readTable(readFile(file), file);
  const problems = rows.map(({ place, value }) =>
    readProblem(value, `${file}, ${place}`, { question: "problem", ...mapping }),
  );
  refuseRepeatedIds(problems, file);
  return problems;
}

function readProblem(value: unknown, place: string, mapping: FieldMapping): Problem {
  const { skill, level, choices, ...row } = checkRow(value, { schema: Row, place, mapping });
  const item = {
    ...row,
    ...(skill === undefined ? {} : { skill }),
    ...(level === undefined ? {} : { level }),
    ...(choices ? { options: withoutLetters(choices) } : {}),
  };
  return problemOf(item, place);
}

function listOf(value: unknown): unknown {
  if (typeof value !== "string") return value;
  if (value === "") return null;
  try {
    return JSON.parse(value);
  } catch {
    // The schema says what was expected.
    return value;
  }
}

function refuseRepeatedIds(problems: readonly Problem[], file: string): void {
  const seen = new Set<string>();
  for (const { id } of problems) {
    if (seen.has(id)) {
      throw new ErrataError(`${file}: two problems have the id "${id}".`, {
        advice: "Give each problem an id of its own.",
      });
    }
    seen.add(id);
  }
}
