import { count, percent, pointsWithRange, pValue } from "../../format.ts";
import { shareWithInterval } from "../../score-words.ts";
import type { VoteSummary } from "../../summary/votes.ts";
import { type Html, html } from "../html.ts";
import { dataTable, section } from "../section.ts";
import { armTitle, benchmarkTitle, type ReportView } from "./view.ts";

/** Maj@k of every model on every benchmark. */
export function votesSection(view: ReportView): Html | null {
  const { votes } = view.summary;
  if (votes.length === 0) return null;
  const titles = ["k", "Mean sample", "Maj@k", "Against the base model", "p"];
  return section("votes", "Majority votes", [
    html`<p>Several answers are drawn for every problem, and the one that most of them come to counts (Maj@k). A mean sample is right as often as its column says.</p>`,
    dataTable(
      "Right answers by majority.",
      [{ title: "Model" }, { title: "Benchmark" }, ...titles.map((title) => ({ title, numeric: true }))],
      votes.map((vote) => [
        titleOf(view, vote),
        benchmarkTitle(view, vote.benchmarkId),
        count(vote.samples),
        percent(vote.meanRight),
        shareWithInterval(vote.majority),
        vote.againstBase ? pointsWithRange(vote.againstBase.gain) : "",
        vote.againstBase ? pValue(vote.againstBase.pValue) : "",
      ]),
    ),
  ]);
}

const titleOf = (view: ReportView, { armId, iteration }: VoteSummary): string =>
  armId === null ? "base model" : `${armTitle(view, armId)}, iteration ${iteration}`;
