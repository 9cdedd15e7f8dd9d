import { Document, isMap, isSeq, type YAMLMap, type YAMLSeq } from "yaml";
import { plural } from "../../report/format.ts";
import type { TypeToReview } from "./types-to-review.ts";

/** An example in a comment is cut here: it reminds, it does not replace the data. */
const exampleLength = 240;

/** The review file of an iteration: YAML that a person edits, with what there is to know in comments. */
export function reviewText(iteration: number, types: readonly TypeToReview[]): string {
  const document = new Document({
    reviewed: false,
    errorTypes: types.map(({ keyphrases, ...type }) => ({
      id: type.id,
      name: type.name,
      explanation: type.explanation,
      exclude: false,
      keyphrases: keyphrases.map(({ text }) => text),
    })),
  });
  document.commentBefore = instructions(iteration);
  const entries = document.get("errorTypes") as YAMLSeq;
  for (const [index, type] of types.entries()) explain(entries.get(index) as YAMLMap, type);
  return document.toString({ lineWidth: 0 });
}

const instructions = (iteration: number) => ` The error types of iteration ${iteration}, for your review.
 rename   change \`name\`
 merge    give two types the same name
 split    move keyphrases to a new entry with an id of its own
 exclude  set \`exclude: true\`
 Keyphrases can be moved and removed, not reworded. An entry that is removed leaves its type as it is.
 When you are done, set \`reviewed: true\`, save, and run the same command again.`;

function explain(entry: YAMLMap, { keyphrases }: TypeToReview): void {
  const badCases = keyphrases.reduce((sum, keyphrase) => sum + keyphrase.badCases, 0);
  if (isMap(entry)) entry.commentBefore = ` ${plural(badCases, "bad case")}`;
  const phrases = entry.get("keyphrases");
  if (!isSeq(phrases)) return;
  for (const [index, { badCases, example }] of keyphrases.entries()) {
    const node = phrases.get(index, true);
    if (node)
      node.commentBefore = ` ${plural(badCases, "bad case")}${example ? `, for example ${cut(example)}` : ""}`;
  }
}

function cut(text: string): string {
  const line = text.replaceAll(/\s+/g, " ");
  return line.length <= exampleLength ? line : `${line.slice(0, exampleLength)}…`;
}
