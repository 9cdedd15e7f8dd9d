import { z } from "zod";
import type { Dialogue, DialogueKind } from "../../domain/dialogue.ts";
import { ErrataError } from "../../foundation/errors.ts";
import { statedAnswer } from "../answers.ts";
import { readRows } from "../files/index.ts";
import { boxedAnswer } from "./boxed-answer.ts";
import { type Exchange, exchangesOf } from "./exchanges.ts";

/** A line of MathChat's files: a problem of GSM8K with its solution, and the dialogue about it. */
const Row = z.object({ question: z.string().min(1), answer: z.string().min(1), dialogue: z.string() });
type Row = z.infer<typeof Row>;

const columns: Readonly<Record<DialogueKind, string>> = {
  "follow-up": "followup",
  "error-correction": "error_correction",
};

/**
 * Reads a file of the MathChat benchmark (Liang et al. 2024, arXiv 2405.19444): `follow_up.jsonl` or
 * `error_correction.jsonl`. As in the authors' scripts, a dialogue in which the user does not speak twice is left out, and
 * so is one of whose questions the reference answer is not stated.
 *
 * @throws ErrataError where the file is another, or no dialogue of it can be held
 */
export function readMathChat(file: string, kind: DialogueKind): Dialogue[] {
  const rows = readRows(file, Row, { dialogue: columns[kind] });
  const dialogues = rows.flatMap((row, index): Dialogue[] => {
    const exchanges = exchangesOf(row.dialogue);
    const rounds = exchanges.length === 2 ? roundsOf[kind](row, exchanges) : null;
    return rounds ? [{ kind, benchmark: "mathchat", problemId: `mathchat-${kind}-${index}`, rounds }] : [];
  });
  if (dialogues.length > 0) return dialogues;
  throw new ErrataError(`${file} has no dialogue that can be held.`, {
    advice: `Each line needs "question", "answer" and "${columns[kind]}": a text in which the user (A:) and the assistant (B:) speak twice each.`,
  });
}

const roundsOf: Readonly<
  Record<DialogueKind, (row: Row, exchanges: readonly Exchange[]) => Dialogue["rounds"] | null>
> = {
  "follow-up": ({ question, answer }, exchanges) => {
    const followUps = exchanges.flatMap(({ user, assistant }) => {
      const stated = boxedAnswer(assistant);
      return stated === null ? [] : [{ question: user, solution: assistant, answer: stated }];
    });
    if (followUps.length < exchanges.length) return null;
    return [{ question, solution: answer, answer: statedAnswer(answer) }, ...followUps];
  },
  "error-correction": ({ answer: solution }, [wrong, corrected]) => {
    const right = { solution, answer: statedAnswer(solution) };
    return [
      { question: wrong!.user, ...right, given: wrong!.assistant },
      { question: corrected!.user, ...right },
    ];
  },
};
