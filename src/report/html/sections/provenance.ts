import { instant } from "../../format.ts";
import { type Html, html } from "../html.ts";
import { section } from "../section.ts";
import type { ReportView } from "./view.ts";

/** How the figures were made: enough to make them again. */
export function provenanceSection({ data: { run } }: ReportView): Html {
  return section("provenance", "How these figures were made", [
    html`<ul>
<li>All answers are greedy. No choice in the run depends on a held-out problem.</li>
<li>An accuracy has Wilson’s 95% score interval. A gain compares two models on the same problems: Newcombe’s paired 95% interval (1998, method 10) and McNemar’s exact test, two-sided.</li>
<li>A micro average weighs every problem alike and has Wilson’s interval; a macro average weighs every benchmark alike, with a percentile bootstrap interval of 2,000 draws.</li>
<li>Intervals hold one at a time. Of twenty skills, one may leave its interval by chance.</li>
</ul>
<details><summary>Configuration</summary><pre class="config">${run.configText}</pre></details>`,
    html`<footer>Errata ${run.errataVersion} · ${run.name} · seed ${run.seed} · ${run.finishedAt === null ? "unfinished" : `finished ${instant(run.finishedAt)}`} · the figures are in <code>summary.json</code> beside this file</footer>`,
  ]);
}
