import { count, percent, plural } from "../../format.ts";
import type { Selection } from "../../report-data.ts";
import type { SelectionSummary } from "../../summary/summary.ts";
import { figure, legend } from "../charts/figure.ts";
import { type Bin, histogram } from "../charts/histogram.ts";
import { type Html, html } from "../html.ts";
import { section } from "../section.ts";
import { armTitle, type ReportView } from "./view.ts";

/** How the candidates were judged on the dev set, and where the line fell; nothing where the target was not asked. */
export function selectionSection(view: ReportView): Html | null {
  const selections = view.data.selections.filter(({ scores: [first] }) => first?.judgedBy);
  const judgedBy = selections[0]?.scores[0]?.judgedBy;
  if (!judgedBy) return null;
  const { title, note } = scores[judgedBy];
  return section(
    "selection",
    "Selection",
    figure(
      { title, note },
      html`${legend([
        { series: "selected", label: "selected" },
        { series: "unselected", label: "not selected" },
      ])}<div class="panels">${selections.map((selection) => selectionPanel(view, selection))}</div>`,
    ),
  );
}

/** What a score says, by what it is made of. */
const scores = {
  attempts: {
    title: "One-shot scores of all candidates.",
    note: "Share of the dev set that the target solves with the candidate as its only demonstration.",
    axisTitle: "one-shot score",
    format: (score: number, digits?: number) => percent(score, digits),
  },
  likelihoods: {
    title: "Likelihood scores of all candidates.",
    note: "Nats a token by which the reference solutions of the dev set become likelier with the candidate as the only demonstration.",
    axisTitle: "nats a token",
    format: (score: number) => score.toFixed(3),
  },
  gradients: {
    title: "Influence of all candidates.",
    note: "Cosine between the step that training on the candidate takes and the one that the dev set asks for (LESS).",
    axisTitle: "cosine",
    format: (score: number) => score.toFixed(3),
  },
};

function selectionPanel(view: ReportView, selection: Selection): Html {
  const { armId, iteration, devSize, scores: candidates } = selection;
  const { axisTitle, format } = scores[candidates[0]?.judgedBy ?? "attempts"];
  const figures = view.summary.selections.find(
    (candidate) => candidate.armId === armId && candidate.iteration === iteration,
  );
  const selected = candidates.filter((candidate) => candidate.selected).length;
  const setting = `${count(selected)} of ${plural(candidates.length, "candidate")}, ${plural(devSize, "dev problem")}`;
  const means =
    figures && figures.meanScore !== null && figures.meanSelectedScore !== null
      ? `Mean score ${format(figures.meanScore)} of all, ${format(figures.meanSelectedScore)} of the selected.`
      : "";
  return html`<div><h3>${armTitle(view, armId)}, iteration ${iteration} <span>${setting}</span></h3>${histogram(
    {
      title: `Selection scores, iteration ${iteration}`,
      description: `${setting}. ${means}`,
      bins: binScores(selection),
      axisTitle,
      formatX: (score) => format(score, 0),
    },
  )}<p class="note">${means} ${figures ? certaintyOf(figures) : ""}</p></div>`;
}

/** What chance leaves of the order: one line, beside what a choice by lot would reach. */
function certaintyOf({ evaluations, certainty, candidates, selected }: SelectionSummary): string {
  if (certainty === null) return "";
  const byLot = percent(selected / candidates, 0);
  return `By ${plural(evaluations, "evaluation")}, ${percent(certainty, 0)} of the selected are expected to be among the best; by lot it would be ${byLot}.`;
}

const mostBins = 32;

/** Bins as fine as the dev set allows: scores step by one dev problem, so other widths would show gaps of their own. */
export function binScores({ devSize, scores }: Pick<Selection, "devSize" | "scores">): Bin[] {
  const steps = scores.map(({ score }) => Math.round(score * Math.max(devSize, 1)));
  const lowest = Math.min(...steps);
  const highest = Math.max(...steps);
  const stepsPerBin = Math.max(1, Math.ceil((highest - lowest + 1) / mostBins));
  const edge = (bin: number) => (lowest + bin * stepsPerBin - 0.5) / Math.max(devSize, 1);
  const bins = Array.from({ length: Math.floor((highest - lowest) / stepsPerBin) + 1 }, (_, bin) => ({
    from: edge(bin),
    to: edge(bin + 1),
    chosen: 0,
    other: 0,
  }));
  scores.forEach(({ selected }, index) => {
    bins[Math.floor((steps[index]! - lowest) / stepsPerBin)]![selected ? "chosen" : "other"]++;
  });
  return bins;
}
