import { roundTitle } from "../dialogue-words.ts";
import { pointsWithRange } from "../format.ts";
import { shareWithInterval } from "../score-words.ts";
import type { DialoguesSummary } from "../summary/dialogues.ts";
import { lastOfArms } from "../summary/models-of-arms.ts";
import { type Column, layOutTable } from "./table.ts";

const columns = ["dialogues", "round", "right", "against base"].map(
  (title): Column => ({ title, align: "left" }),
);

/** What the base model and every arm after its last iteration get right in each round; the titles first. */
export function dialoguesTable(
  { models }: DialoguesSummary,
  { titleOf, width }: { titleOf: (armId: string | null) => string; width: number },
): string[] {
  const rows = lastOfArms(models).flatMap(({ armId, rounds }) =>
    rounds.map((round) => [
      titleOf(armId),
      roundTitle(round),
      shareWithInterval(round.right),
      round.againstBase ? pointsWithRange(round.againstBase.gain) : "",
    ]),
  );
  return layOutTable(columns, rows, width);
}
