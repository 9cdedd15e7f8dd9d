import type { ReportData } from "../report-data.ts";
import { buildSummary } from "../summary/build-summary.ts";
import { html, toText } from "./html.ts";
import { accountsSection } from "./sections/accounts.ts";
import { armsSection } from "./sections/arms.ts";
import { benchmarksSection } from "./sections/benchmarks.ts";
import { changedAnswersSection } from "./sections/changed-answers.ts";
import { dialoguesSection } from "./sections/dialogues.ts";
import { errorTypesSection } from "./sections/error-types.ts";
import { iterationsSection } from "./sections/iterations.ts";
import { masthead } from "./sections/masthead.ts";
import { mistakesSection } from "./sections/mistakes.ts";
import { overlapSection } from "./sections/overlap.ts";
import { provenanceSection } from "./sections/provenance.ts";
import { selectionSection } from "./sections/selection.ts";
import { selfCorrectionSection } from "./sections/self-correction.ts";
import { skillsSection } from "./sections/skills.ts";
import { trainingSection } from "./sections/training.ts";
import type { ReportView } from "./sections/view.ts";
import { votesSection } from "./sections/votes.ts";
import { styleSheet } from "./style.ts";

const sections = [
  { id: "arms", title: "Controls", render: armsSection },
  { id: "iterations", title: "Iterations", render: iterationsSection },
  { id: "benchmarks", title: "Benchmarks", render: benchmarksSection },
  { id: "votes", title: "Votes", render: votesSection },
  { id: "self-correction", title: "Self-correction", render: selfCorrectionSection },
  { id: "dialogues", title: "Dialogues", render: dialoguesSection },
  { id: "mistakes", title: "Mistakes", render: mistakesSection },
  { id: "skills", title: "Skills", render: skillsSection },
  { id: "error-types", title: "Error types", render: errorTypesSection },
  { id: "selection", title: "Selection", render: selectionSection },
  { id: "training", title: "Training", render: trainingSection },
  { id: "overlap", title: "Overlap", render: overlapSection },
  { id: "answers", title: "Answers", render: changedAnswersSection },
  { id: "accounts", title: "Counts", render: accountsSection },
  { id: "provenance", title: "Method", render: provenanceSection },
];

/**
 * The report of a run as one HTML page that needs nothing else: no script, font or picture is fetched, and every text
 * of the run is escaped. Sections for which the run has nothing are left out.
 */
export function renderHtml(data: ReportData): string {
  const view: ReportView = { data, summary: buildSummary(data) };
  const rendered = sections.flatMap(({ render, ...rest }) => {
    const content = render(view);
    return content ? [{ ...rest, content }] : [];
  });
  return toText(html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>Errata report: ${data.run.name}</title>
${styleSheet}
</head>
<body>
${masthead(view)}<nav aria-label="Contents">${rendered.map(({ id, title }) => html`<a href="#${id}">${title}</a>`)}</nav>
<main>
${rendered.map(({ content }) => content)}</main>
</body>
</html>
`);
}
