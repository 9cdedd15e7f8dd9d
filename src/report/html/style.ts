import { html } from "./html.ts";

const palette = html`:root {
  color-scheme: light dark;
  --paper: #fdfdfb; --panel: #f4f4f0; --ink: #1b1d20; --soft: #5c6168; --rule: #dddcd6; --grid: #e8e7e2;
  --method: #0b5fa5; --random-selection: #b8620f; --untargeted: #2f7d62; --baseline: #7a4fa3; --base: #85888d;
  --right: #26754f; --wrong: #ad3a24; --quiet: #d3d2cc; --notice: #fbf3df; --grave: #fbe6e0;
  --serif: Charter, "Bitstream Charter", "Iowan Old Style", "Source Serif 4", Cambria, Georgia, serif;
  --sans: system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "Noto Sans", "Liberation Sans", Arial, sans-serif;
  --mono: ui-monospace, "SF Mono", Menlo, Consolas, "Liberation Mono", monospace;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #15171a; --panel: #1d2024; --ink: #e3e4e6; --soft: #9ba0a7; --rule: #33373c; --grid: #282c31;
    --method: #6aaef0; --random-selection: #e2a05a; --untargeted: #6fc3a2; --baseline: #b795dd; --base: #858a92;
    --right: #67c195; --wrong: #ea8b76; --quiet: #41464d; --notice: #2b2718; --grave: #351f1a;
  }
}`;

const drawings = html`svg { display: block; max-width: 100%; height: auto; font: 12px var(--sans); fill: var(--ink); }
.grid { stroke: var(--grid); }
.reference { stroke: var(--soft); }
.tick, .axis-title { fill: var(--soft); font-size: 11px; }
.mark line { stroke: currentColor; stroke-width: 1.6; }
.mark circle { fill: currentColor; }
.base { color: var(--base); } .method { color: var(--method); }
.random-selection { color: var(--random-selection); } .untargeted { color: var(--untargeted); } .baseline { color: var(--baseline); }
.mark.base circle { fill: var(--paper); stroke: currentColor; stroke-width: 1.6; }
.line { fill: none; stroke: currentColor; stroke-width: 1.8; stroke-linejoin: round; }
.line.raw { stroke-width: 0.8; opacity: 0.3; }
.line.held-out { stroke-dasharray: 4 3; }
.end-label { fill: currentColor; font-size: 11.5px; }`;

/** The style of a drawing that is a file of its own: the report's colours and letters, by day and by night. */
export const drawingStyle = html`<style>
${palette}
svg { background: var(--paper); }
${drawings}
</style>`;

/** The report's only style sheet: no fonts, pictures or scripts are fetched. */
export const styleSheet = html`<style>
${palette}
* { box-sizing: border-box; }
html { background: var(--paper); color: var(--ink); font: 15px/1.5 var(--sans); -webkit-text-size-adjust: 100%; }
body { max-width: 808px; margin: 0 auto; padding: 40px 24px 64px; counter-reset: figure; font-variant-numeric: tabular-nums; }
h1, h2, .details, section > p:not([class]), section > ul { font-family: var(--serif); }
h1 { font-size: 27px; line-height: 1.28; font-weight: 600; margin: 6px 0 14px; text-wrap: pretty; letter-spacing: -0.005em; }
h2 { font-size: 20px; line-height: 1.3; font-weight: 600; margin: 0 0 8px; }
h3 { font-size: 13px; font-weight: 600; margin: 18px 0 6px; }
h3 span, h4 span { font-weight: 400; color: var(--soft); margin-left: 6px; }
h4 { font-size: 12px; font-weight: 600; margin: 0 0 4px; }
p { margin: 0 0 12px; text-wrap: pretty; }
section { border-top: 1px solid var(--rule); margin-top: 36px; padding-top: 22px; }
section > p:not([class]), section > ul { font-size: 16px; }
section > ul { padding-left: 1.1em; }
.kicker { font-size: 12px; font-weight: 600; letter-spacing: 0.04em; margin: 0; }
.kicker span { font-weight: 400; color: var(--soft); margin-left: 6px; }
.details { font-size: 17px; line-height: 1.5; }
.identity { display: flex; flex-wrap: wrap; gap: 8px 28px; margin: 18px 0 0; font-size: 13px; }
.identity dt, dl.arms dt { color: var(--soft); font-size: 12px; }
dd { margin: 0; overflow-wrap: anywhere; }
.notice { background: var(--notice); padding: 12px 16px; margin: 20px 0 0; font-size: 14px; border-radius: 3px; }
.notice h2 { font: 600 14px/1.4 var(--sans); margin: 0 0 4px; }
.notice ul { margin: 0; padding-left: 1.1em; }
.notice li + li { margin-top: 6px; }
.notice .advice { color: var(--soft); }
.grave { background: var(--grave); }
nav { margin-top: 22px; font-size: 13px; display: flex; flex-wrap: wrap; gap: 4px 18px; }
a { color: var(--method); text-decoration: none; }
a:hover { text-decoration: underline; }
a:focus-visible, summary:focus-visible { outline: 2px solid var(--method); outline-offset: 2px; }
figure { margin: 18px 0 16px; }
figcaption { font-size: 13px; color: var(--soft); margin-bottom: 10px; }
figcaption b { color: var(--ink); font-weight: 600; }
figcaption b::before { counter-increment: figure; content: "Figure " counter(figure) ". "; }
.scroll { overflow-x: auto; }
.panels { display: flex; flex-wrap: wrap; gap: 8px 16px; }
.scroll > h3:first-child { margin-top: 0; }
.panels h3 { margin-top: 4px; }
${drawings}
.scroll > svg { min-width: 620px; }
.bar { fill: currentColor; }
.selected { color: var(--method); } .done { color: var(--base); }
.unselected, .still-wrong, .pending { color: var(--quiet); }
.fixed { color: var(--right); } .dropped { color: var(--random-selection); }
.legend { font-size: 12px; color: var(--soft); margin: 0 0 6px; }
.legend span { margin-right: 18px; }
.key { display: inline-block; width: 10px; height: 10px; border-radius: 50%; background: currentColor; margin-right: 6px; }
.key.base { background: none; border: 1.6px solid currentColor; }
.key.selected, .key.unselected, .key.fixed, .key.still-wrong, .key.done, .key.dropped, .key.pending { border-radius: 1px; }
dl.arms { font-size: 13px; margin: 0 0 14px; display: grid; gap: 4px; }
dl.arms div { display: grid; grid-template-columns: 150px 1fr; gap: 8px; }
dl.arms dt { color: var(--ink); font-size: 13px; }
dl.arms dd { color: var(--soft); }
table { border-collapse: collapse; font-size: 13px; width: 100%; margin: 8px 0 14px; }
caption { text-align: left; color: var(--soft); padding-bottom: 6px; text-wrap: pretty; }
th, td { padding: 4px 12px 4px 0; vertical-align: baseline; text-align: left; border-bottom: 1px solid var(--grid); }
th:last-child, td:last-child { padding-right: 0; }
thead th { color: var(--soft); font-weight: 500; font-size: 12px; border-bottom-color: var(--rule); vertical-align: bottom; }
tbody th { font-weight: 400; }
.number { text-align: right; white-space: nowrap; }
.soft, .note, .gist { color: var(--soft); }
.note { font-size: 12px; }
.reasons span { display: block; }
.reasons { color: var(--soft); font-size: 12px; line-height: 1.4; }
details { font-size: 14px; border-bottom: 1px solid var(--grid); }
summary { cursor: pointer; padding: 7px 0; }
.type-row { display: grid; grid-template-columns: minmax(150px, 1fr) 230px 44px 158px; gap: 16px; align-items: center; list-style: none; }
.titles { font-size: 12px; color: var(--soft); margin: 0; }
.answer-row { display: grid; grid-template-columns: 170px 1fr; gap: 14px; list-style: none; }
summary::-webkit-details-marker { display: none; }
summary .name::before { content: "›"; display: inline-block; width: 14px; color: var(--soft); }
details[open] > summary .name::before { transform: rotate(90deg) translateX(2px); }
.count { text-align: right; }
.course { color: var(--soft); font-size: 12px; }
.gist { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
details[open] > summary .gist { visibility: hidden; }
.body { padding: 4px 0 16px 14px; }
.phrases span { display: inline-block; background: var(--panel); border-radius: 3px; padding: 1px 8px; margin: 0 4px 4px 0; font-size: 13px; }
.phrases b { font-weight: 400; color: var(--soft); margin-left: 4px; }
article { border-left: 2px solid var(--rule); padding-left: 14px; margin: 12px 0; }
.question { font-family: var(--serif); font-size: 15px; margin-bottom: 8px; white-space: pre-wrap; overflow-wrap: anywhere; }
.diagnosis b { font-weight: 600; margin-right: 6px; }
.columns { display: grid; grid-template-columns: repeat(auto-fit, minmax(190px, 1fr)); gap: 14px 18px; }
.columns:has(> :nth-child(4):last-child) { grid-template-columns: repeat(auto-fit, minmax(280px, 1fr)); }
.columns + .note { margin: 10px 0 0; }
pre { font: 12px/1.5 var(--mono); white-space: pre-wrap; overflow-wrap: anywhere; margin: 0; }
code { font: 0.92em var(--mono); }
.right h4 span { color: var(--right); } .wrong h4 span { color: var(--wrong); }
.config { background: var(--panel); padding: 12px 14px; border-radius: 3px; margin-bottom: 12px; }
footer { color: var(--soft); font-size: 12px; margin-top: 28px; }
@media (max-width: 640px) {
  body { padding: 24px 16px 48px; }
  h1 { font-size: 22px; }
  .type-row { grid-template-columns: 1fr auto; }
  .type-row .stacked { grid-column: 1 / -1; grid-row: 2; width: 100%; }
  .answer-row { grid-template-columns: 1fr; gap: 0; }
}
@media print {
  html { font-size: 11pt; }
  body { max-width: none; padding: 0; }
  nav { display: none; }
  section, figure, article, tr { break-inside: avoid-page; }
  section { break-inside: auto; }
  h2, h3, figcaption, caption, summary, .legend, .titles { break-after: avoid-page; }
  .panels { flex-wrap: nowrap; }
  .scroll { overflow: visible; }
  .scroll > svg { min-width: 0; }
  details::details-content { content-visibility: visible; display: block; height: auto; }
  * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
</style>`;
