import { count } from "../../format.ts";
import {
  isRight,
  lastIterationOf,
  type PairedProblem,
  pairedProblems,
} from "../../summary/paired-problems.ts";
import { type Html, html } from "../html.ts";
import { section } from "../section.ts";
import { solution } from "./error-types.ts";
import { benchmarkTitle, methodOf, type ReportView } from "./view.ts";

/** How many problems of each kind are shown. */
const shown = 6;

/** Held-out problems that the last adapter solves and the base model did not, and the other way round. */
export function changedAnswersSection(view: ReportView): Html | null {
  const method = methodOf(view);
  const iteration = method ? lastIterationOf(view.data, method.id) : null;
  if (!method || iteration === null) return null;
  const pairs = pairedProblems(view.data, view.data.benchmarks, "base", { armId: method.id, iteration });
  const fixed = pairs.filter(({ before, after }) => !isRight(before) && isRight(after));
  const broken = pairs.filter(({ before, after }) => isRight(before) && !isRight(after));
  return section("answers", "Answers that changed", [
    html`<p>Held-out problems, before training and after iteration ${iteration}: the first of as many skills as there is room for.</p>`,
    examples(view, "Fixed", fixed),
    examples(view, "Broken", broken),
  ]);
}

function examples(view: ReportView, title: string, pairs: readonly PairedProblem[]): Html {
  return html`<h3>${title} <span>${count(pairs.length)}</span></h3>
${oneOfEachSkill(pairs)
  .slice(0, shown)
  .map(
    ({ benchmarkId, problem, before, after }, rank) => html`<details${rank === 0 && html` open`}>
<summary class="answer-row"><span class="name">${problem.skill ?? problem.id}</span><span class="gist">${problem.question}</span></summary>
<div class="body">
<p class="question">${problem.question}</p>
<div class="columns">
${solution("Before", before)}
${solution("After", after)}
<div><h4>Reference <span>${problem.answer}</span></h4><pre>${problem.solution}</pre></div>
</div>
<p class="note">${benchmarkTitle(view, benchmarkId)}, <code>${problem.id}</code></p>
</div>
</details>
`,
  )}`;
}

/** Reordered so that the first problem of every skill comes before the second of any. */
function oneOfEachSkill(pairs: readonly PairedProblem[]): PairedProblem[] {
  const seen = new Map<string | undefined, number>();
  const turn = pairs.map((pair) => {
    const earlier = seen.get(pair.problem.skill) ?? 0;
    seen.set(pair.problem.skill, earlier + 1);
    return { pair, earlier };
  });
  return turn.sort((one, other) => one.earlier - other.earlier).map(({ pair }) => pair);
}
