import { z } from "zod";
import type { Question } from "../../graders/hard-stop/index.ts";
import type { Line } from "./lines.ts";

const Row = z.object({
  id: z.union([z.string(), z.number()]).optional(),
  gold: z.union([z.string(), z.number().transform(String)]),
  answer: z.union([z.string(), z.number().transform(String), z.null().transform(() => "")]),
  choices: z.array(z.string()).optional(),
});

/** A line of input, as a question or as the reason why it is none. */
export type ReadLine =
  | { readonly id: string | number; readonly question: Question }
  | { readonly id: string | number | null; readonly line: number; readonly mistake: string };

/** Reads `{"id", "gold", "answer"}`, where `choices` may be added. A line without an id is known by its number. */
export function readQuestion({ number, text }: Line): ReadLine {
  const value = parseJson(text);
  if (value === undefined) return { id: null, line: number, mistake: "not JSON" };
  const row = Row.safeParse(value);
  if (!row.success) {
    const [issue] = row.error.issues;
    const place = issue?.path.join(".") || "the line";
    return { id: idOf(value), line: number, mistake: `${place}: ${issue?.message}` };
  }
  const { id = number, gold, answer, choices } = row.data;
  return { id, question: { gold, answer, ...(choices ? { choices } : {}) } };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const Identified = z.object({ id: z.union([z.string(), z.number()]) });

const idOf = (value: unknown) => Identified.safeParse(value).data?.id ?? null;
