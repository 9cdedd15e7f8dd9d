import { pointsWithRange } from "../format.ts";
import { shareWithInterval } from "../score-words.ts";
import { lastOfArms } from "../summary/models-of-arms.ts";
import type { ModelSelfCorrection, SelfCorrectionSummary } from "../summary/self-correction.ts";
import { type Column, layOutTable } from "./table.ts";

const columns = ["self-correction", "after", "turns back", "ends right", "against base"].map(
  (title): Column => ({ title, align: "left" }),
);

/** What the base model and every arm after its last iteration do after wrong and right beginnings; the titles first. */
export function selfCorrectionTable(
  { models }: SelfCorrectionSummary,
  { titleOf, width }: { titleOf: (armId: string | null) => string; width: number },
): string[] {
  return layOutTable(
    columns,
    lastOfArms(models).flatMap((model) => rowsOf(model, titleOf(model.armId))),
    width,
  );
}

function rowsOf({ afterWrong, afterRight }: ModelSelfCorrection, title: string): string[][] {
  const beginnings = { wrong: afterWrong, right: afterRight };
  return Object.entries(beginnings).flatMap(([beginning, figures]) =>
    figures
      ? [
          [
            title,
            beginning,
            shareWithInterval(figures.turnsBack),
            shareWithInterval(figures.endsRight),
            figures.againstBase ? pointsWithRange(figures.againstBase.gain) : "",
          ],
        ]
      : [],
  );
}
