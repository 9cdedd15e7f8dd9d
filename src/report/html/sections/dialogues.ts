import type { Dialogue } from "../../../domain/dialogue.ts";
import { roundTitle } from "../../dialogue-words.ts";
import { count, pointsWithRange, pValue } from "../../format.ts";
import type { ReportedDialogues } from "../../report-data.ts";
import { shareWithInterval } from "../../score-words.ts";
import type { DialoguesSummary } from "../../summary/dialogues.ts";
import { type Html, html } from "../html.ts";
import { dataTable, section } from "../section.ts";
import { armTitle, methodOf, type ReportView } from "./view.ts";

/** Dialogues of each kind that are shown in full. */
const shownExamples = 2;

/** What every model answers in the same dialogues. */
export function dialoguesSection(view: ReportView): Html | null {
  const { dialogues } = view.summary;
  if (!dialogues) return null;
  const { "follow-up": followUps = 0, "error-correction": corrections = 0 } = dialogues.dialogues;
  return section("dialogues", "Dialogues", [
    html`<p>Every model is asked the same, in the manner of MathChat: ${count(followUps)} problems with two questions that build on them, of which each is asked after the model’s own answers to those before it, and ${count(corrections)} problems with a wrong answer to correct.</p>`,
    answersTable(view, dialogues),
    marginTable(view, dialogues),
    examples(view),
  ]);
}

function answersTable(view: ReportView, { models }: DialoguesSummary): Html {
  const numeric = ["Right", "Against the base model", "p"].map((title) => ({ title, numeric: true }));
  return dataTable(
    "Right answers in each round.",
    [{ title: "Model" }, { title: "Round" }, ...numeric],
    models.flatMap(({ armId, iteration, rounds }) =>
      rounds.map((round) => [
        armId === null ? "base model" : `${armTitle(view, armId)}, iteration ${iteration}`,
        roundTitle(round),
        shareWithInterval(round.right),
        round.againstBase ? pointsWithRange(round.againstBase.gain) : "",
        round.againstBase ? pValue(round.againstBase.pValue) : "",
      ]),
    ),
  );
}

function marginTable(view: ReportView, { margins }: DialoguesSummary): Html | null {
  if (margins.length === 0) return null;
  return dataTable(
    "Right answers of the method against each control, in percentage points, compared dialogue by dialogue.",
    [
      { title: "Method against" },
      { title: "Round" },
      { title: "Margin", numeric: true },
      { title: "p", numeric: true },
    ],
    margins.map(({ controlId, comparison, ...round }) => [
      armTitle(view, controlId),
      roundTitle(round),
      pointsWithRange(comparison.gain),
      pValue(comparison.pValue),
    ]),
  );
}

/** The first dialogues of each kind with the method. */
function examples(view: ReportView): Html | null {
  const { dialogues: reported } = view.data;
  const last = reported?.models.findLast(({ armId }) => armId !== null && armId === methodOf(view)?.id);
  if (!reported || !last) return null;
  const shown = (["follow-up", "error-correction"] as const).flatMap((kind) =>
    reported.dialogues.filter((dialogue) => dialogue.kind === kind).slice(0, shownExamples),
  );
  return html`<details><summary>Dialogues with the method</summary><div class="body">${shown.map((dialogue) => article(dialogue, last))}</div></details>
`;
}

function article(
  { kind, benchmark, problemId, rounds }: Dialogue,
  { answers }: ReportedDialogues["models"][0],
): Html {
  const turns = rounds.map(({ question, answer, given }, index) => {
    const said = answers.find(
      (each) =>
        each.kind === kind &&
        each.benchmark === benchmark &&
        each.attempt.problemId === problemId &&
        each.round === index + 1,
    );
    const output = given ?? said?.attempt.output.trim();
    const verdict = given === undefined ? (said?.attempt.verdict.replace("-", " ") ?? "not asked") : "given";
    return html`<p class="question">${question}</p>
<div class="columns">
<div class="${verdict === "right" ? "right" : "wrong"}"><h4>Answer <span>${verdict}</span></h4><pre>${output}</pre></div>
<div><h4>Reference</h4><pre>${answer}</pre></div>
</div>
`;
  });
  return html`<article>
${turns}</article>
`;
}
