import { duration, instant } from "../../format.ts";
import { headlineOf } from "../../headline.ts";
import { type Html, html } from "../html.ts";
import type { ReportView } from "./view.ts";

/** What the run is, what it found, and what to know before believing it. */
export function masthead({ data: { run }, summary }: ReportView): Html {
  const { lead, details } = headlineOf(summary);
  return html`<header>
<p class="kicker">Errata report <span>${run.name}</span></p>
<h1>${lead}</h1>
<p class="details">${details.map((sentence) => html`${sentence} `)}</p>
<dl class="identity">
<div><dt>Recipe</dt><dd>${run.recipe}</dd></div>
<div><dt>Target model</dt><dd>${run.targetModel}</dd></div>
<div><dt>Instructor</dt><dd>${run.instructor}</dd></div>
<div><dt>Seed</dt><dd>${run.seed}</dd></div>
<div><dt>Started</dt><dd>${instant(run.startedAt)}</dd></div>
<div><dt>Took</dt><dd>${tookText(run)}</dd></div>
</dl>
${run.contamination !== null && html`<p class="notice grave"><b>Contaminated.</b> ${run.contamination}</p>`}
${warnings(summary)}
</header>
`;
}

function tookText({ startedAt, finishedAt }: ReportView["data"]["run"]): string {
  if (finishedAt === null) return "not at its end yet";
  return duration((Date.parse(finishedAt) - Date.parse(startedAt)) / 1000);
}

function warnings({ warnings }: ReportView["summary"]): Html | false {
  if (warnings.length === 0) return false;
  return html`<div class="notice"><h2>What needs attention</h2><ul>${warnings.map(
    ({ message, advice }) => html`<li>${message} <span class="advice">${advice}</span></li>`,
  )}</ul></div>`;
}
