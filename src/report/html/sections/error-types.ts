import type { Attempt } from "../../../domain/attempt.ts";
import { count, plural } from "../../format.ts";
import type { ReportedErrorType } from "../../report-data.ts";
import { legend } from "../charts/figure.ts";
import { stackedBar } from "../charts/stacked-bar.ts";
import { type Html, html } from "../html.ts";
import { section } from "../section.ts";
import type { ReportView } from "./view.ts";

/** The error types of every iteration by size: what they are, and how many of their bad cases are right by now. */
export function errorTypesSection({ data }: ReportView): Html | null {
  if (data.errorTypes.length === 0) return null;
  const largest = Math.max(...data.errorTypes.map(({ badCases }) => badCases));
  const byIteration = Map.groupBy(data.errorTypes, ({ iteration }) => iteration);
  return section("error-types", "Error types", [
    html`<p>Bad cases by the cause of their first mistake; a case may belong to several types. Open a type to read its keyphrases and cases.</p>`,
    data.errorTypes.some(({ rightAfter }) => rightAfter.length > 0) &&
      legend([
        { series: "fixed", label: "right after the last iteration" },
        { series: "still-wrong", label: "still wrong" },
      ]),
    [...byIteration].map(([iteration, types], index) => [
      html`<h3>Iteration ${iteration} <span>${plural(types.length, "type")}</span></h3>`,
      columnTitles(types),
      types
        .toSorted((one, other) => other.badCases - one.badCases)
        .map((type, rank) => typeDetails(type, { largest, open: index === 0 && rank === 0 })),
    ]),
  ]);
}

function columnTitles(types: readonly ReportedErrorType[]): Html {
  const iterations = types[0]?.rightAfter.map(({ iteration }) => iteration) ?? [];
  const course = iterations.length > 0 && `right after iteration ${iterations.join(" → ")}`;
  return html`<p class="type-row titles"><span></span><span></span><span class="count">cases</span><span class="course">${course}</span></p>`;
}

/** One type: its size as a line, and all there is to read about it beneath. */
function typeDetails(type: ReportedErrorType, { largest, open }: { largest: number; open: boolean }): Html {
  const right = type.rightAfter.at(-1)?.right ?? 0;
  const bar = stackedBar(
    [
      { value: right, series: "fixed", label: "right after the last iteration" },
      { value: type.badCases - right, series: "still-wrong", label: "still wrong" },
    ],
    largest,
    230,
  );
  return html`<details${open && html` open`}>
<summary class="type-row"><span class="name">${type.name}</span>${bar}<span class="count">${count(type.badCases)}</span><span class="course">${courseOf(type)}</span></summary>
<div class="body">
<p>${type.explanation}</p>
<p class="phrases">${type.keyphrases.map(({ text, count: cases }) => html`<span>${text} <b>${count(cases)}</b></span> `)}</p>
${type.examples.map(exampleCase)}</div>
</details>
`;
}

/** "48 → 60" */
const courseOf = ({ rightAfter }: ReportedErrorType): string =>
  rightAfter.map(({ right }) => count(right)).join(" → ");

function exampleCase({
  problem,
  attempt,
  keyphrase,
  diagnosis,
  later,
}: ReportedErrorType["examples"][0]): Html {
  return html`<article>
<p class="question">${problem.question}</p>
<p class="diagnosis"><b>${keyphrase}</b> ${diagnosis}</p>
<div class="columns">
${solution("Attempt", attempt)}
<div><h4>Reference <span>${problem.answer}</span></h4><pre>${problem.solution}</pre></div>
${later.map((entry) => solution(`After iteration ${entry.iteration}`, entry.attempt))}
</div>
</article>
`;
}

/** An output of the target model, marked right or wrong. */
export function solution(title: string, { output, verdict, prediction }: Attempt): Html {
  const right = verdict === "right";
  const answer = prediction ?? verdict.replace("-", " ");
  return html`<div class="${right ? "right" : "wrong"}"><h4>${title} <span>${answer}, ${right ? "right" : "wrong"}</span></h4><pre>${output}</pre></div>`;
}
