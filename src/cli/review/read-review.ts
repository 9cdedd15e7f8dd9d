import { readFileSync, writeFileSync } from "node:fs";
import { LineCounter, parseDocument } from "yaml";
import { z } from "zod";
import { ErrataError } from "../../foundation/errors.ts";
import { ReviewDecisions } from "../../stages/review/decisions.ts";

/** A review file as a person left it. */
const Review = z.strictObject({ reviewed: z.boolean(), errorTypes: ReviewDecisions });
export type Review = z.infer<typeof Review>;

/** Something wrong in a review file: where (as a path into the file), and what. */
interface Problem {
  path: readonly PropertyKey[];
  message: string;
}

/**
 * Reads a review file. Throws an `ErrataError` that names every wrong line. `knownKeyphrases` are those that bad cases
 * have; null where they are not known yet.
 */
export function readReview(file: string, knownKeyphrases: ReadonlySet<string> | null): Review {
  const lineCounter = new LineCounter();
  const document = parseDocument(readFileSync(file, "utf8"), { lineCounter });
  const lineAt = (offset: number) => lineCounter.linePos(offset).line;
  if (document.errors.length > 0) {
    throw wrongReview(
      document.errors.map(({ pos, message }) => `${file}, line ${lineAt(pos[0])}: ${firstLine(message)}`),
    );
  }
  const lineOf = ({ path }: Problem): number => {
    for (let length = path.length; length > 0; length--) {
      const node = document.getIn(path.slice(0, length), true);
      if (hasRange(node)) return lineAt(node.range[0]);
    }
    return 1;
  };
  const parsed = Review.safeParse(document.toJS());
  const problems = parsed.success ? problemsIn(parsed.data, knownKeyphrases) : parsed.error.issues;
  if (problems.length > 0) {
    throw wrongReview(
      problems.map(
        (problem) => `${file}, line ${lineOf(problem)}: ${pathText(problem.path)}${problem.message}`,
      ),
    );
  }
  return parsed.data!;
}

/** Notes in the file that its review is done; everything else stays as the person wrote it. */
export function markReviewed(file: string): void {
  const document = parseDocument(readFileSync(file, "utf8"));
  document.set("reviewed", true);
  writeFileSync(file, document.toString({ lineWidth: 0 }));
}

/** What the shape of the file cannot say. */
function problemsIn({ errorTypes }: Review, knownKeyphrases: ReadonlySet<string> | null): Problem[] {
  const firstById = new Map(errorTypes.map(({ id }, index) => [id, index]).reverse() as [string, number][]);
  return errorTypes.flatMap(({ id, keyphrases }, index): Problem[] => [
    ...(firstById.get(id) === index
      ? []
      : [{ path: ["errorTypes", index, "id"], message: `two entries have the id "${id}"` }]),
    ...keyphrases.flatMap((keyphrase, phraseIndex) =>
      knownKeyphrases === null || knownKeyphrases.has(keyphrase)
        ? []
        : [
            {
              path: ["errorTypes", index, "keyphrases", phraseIndex],
              message: `no bad case has the keyphrase "${keyphrase}"; phrases can be moved, not reworded`,
            },
          ],
    ),
  ]);
}

function wrongReview(lines: readonly string[]): ErrataError {
  return new ErrataError(`The review cannot be used.\n${lines.join("\n")}`, {
    advice:
      "Correct these lines, or remove the file to have it written anew, and run the same command again.",
  });
}

function pathText(path: readonly PropertyKey[]): string {
  return path.length === 0 ? "" : `${path.map(String).join(".")}: `;
}

const firstLine = (text: string): string => text.split("\n")[0]!;

function hasRange(node: unknown): node is { range: [number, number, number] } {
  return typeof node === "object" && node !== null && "range" in node && Array.isArray(node.range);
}
