import { type Judgement, startGradingThread } from "../../graders/hard-stop/index.ts";
import type { Environment } from "../environment.ts";
import { batchesOfLines, type Line } from "./lines.ts";
import { type ReadLine, readQuestion } from "./read-question.ts";

/** How many lines were answered, and how many of them could not be read. */
export interface GradedLines {
  answered: number;
  unreadable: number;
}

/**
 * Answers every line of standard input with a line of output, in their order. A line that cannot be read is answered
 * with `equal: null` and reported with its number on the error stream.
 *
 * While one batch is graded in the thread, the next is read: no more than two are held in memory.
 */
export async function gradeLines(
  { readInput, output, errors }: Pick<Environment, "readInput" | "output" | "errors">,
  timeLimit: number,
): Promise<GradedLines> {
  const thread = startGradingThread(timeLimit);
  const graded: GradedLines = { answered: 0, unreadable: 0 };
  let inWork: Promise<Answered[]> | null = null;

  async function finish(batch: Promise<Answered[]> | null): Promise<void> {
    const answers = (await batch) ?? [];
    for (const { row } of answers) {
      if ("question" in row) continue;
      graded.unreadable++;
      errors.write(`line ${row.line}: ${row.mistake}\n`);
    }
    graded.answered += answers.length;
    output.write(
      answers.map(({ row, judgement }) => `${JSON.stringify({ id: row.id, ...judgement })}\n`).join(""),
    );
    await output.drained();
  }

  async function answerBatch(lines: readonly Line[]): Promise<Answered[]> {
    const rows = lines.map(readQuestion);
    const judgements = await thread.answer(rows.flatMap((row) => ("question" in row ? [row.question] : [])));
    const next = judgements.values();
    return rows.map((row) => ({
      row,
      judgement:
        "question" in row
          ? next.next().value!
          : { equal: null, how: `line ${row.line} cannot be read: ${row.mistake}` },
    }));
  }

  try {
    for await (const lines of batchesOfLines(readInput())) {
      const before: Promise<Answered[]> | null = inWork;
      inWork = answerBatch(lines);
      // Its failure is met when it is finished; until then it must not count as unhandled.
      inWork.catch(() => {});
      await finish(before);
    }
    await finish(inWork);
    return graded;
  } finally {
    await thread.close();
  }
}

interface Answered {
  row: ReadLine;
  judgement: Judgement;
}
