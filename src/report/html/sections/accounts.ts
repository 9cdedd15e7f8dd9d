import { cost, count, dollars, duration, estimated } from "../../format.ts";
import type { StageAccount } from "../../report-data.ts";
import { legend } from "../charts/figure.ts";
import { type Segment, stackedBar } from "../charts/stacked-bar.ts";
import type { Child, Html } from "../html.ts";
import { html } from "../html.ts";
import { dataTable, section, type TableColumn } from "../section.ts";
import { armTitle, type ReportView } from "./view.ts";

/** What went into every stage and what became of it: no item is lost without a reason. */
export function accountsSection(view: ReportView): Html | null {
  const { stages } = view.data;
  if (stages.length === 0) return null;
  const byArm = Map.groupBy(stages, ({ armId }) => armId);
  return section("accounts", "Counts in and out of every stage", [
    html`<p>For every stage, in = done + not done + pending. Bars show the shares of what came in.</p>`,
    legend([
      { series: "done", label: "done" },
      { series: "dropped", label: "not done, with the reason" },
      { series: "pending", label: "pending" },
    ]),
    [...byArm].map(([armId, accounts]) => armTable(view, armId, accounts)),
    totals(view),
  ]);
}

function armTable(view: ReportView, armId: string, accounts: readonly StageAccount[]): Html {
  const columns = columnsFor(accounts);
  return dataTable(
    armTitle(view, armId),
    columns.map(({ column }) => column),
    accounts.map((account) => columns.map(({ cell }) => cell(account))),
  );
}

interface AccountColumn {
  column: TableColumn;
  cell: (account: StageAccount) => Child;
}

/** Columns that would be empty for every stage are left out. */
function columnsFor(accounts: readonly StageAccount[]): AccountColumn[] {
  const text = (title: string, cell: AccountColumn["cell"]) => ({ column: { title }, cell });
  const figure = (title: string, value: (account: StageAccount) => number, format = count) => ({
    column: { title, numeric: true },
    cell: (account: StageAccount) => (value(account) === 0 ? "–" : format(value(account))),
    isUsed: accounts.some((account) => value(account) > 0),
  });
  const optional = [
    figure("Pending", ({ pending }) => pending),
    figure("Calls", ({ calls }) => calls),
    figure("Cached", ({ cachedCalls }) => cachedCalls),
    figure("Tokens in", ({ inputTokens }) => inputTokens),
    figure("Tokens out", ({ outputTokens }) => outputTokens),
    {
      column: { title: "Cost", numeric: true },
      cell: (account: StageAccount) => costCell(account.cost),
      isUsed: accounts.some((account) => account.cost !== 0),
    },
    figure("Time", ({ seconds }) => seconds, duration),
  ];
  return [
    text("Stage", ({ stage, iteration }) => html`${stage} <span class="soft">${iteration}</span>`),
    figure("In", (account) => account.in),
    figure("Done", ({ done }) => done),
    text("", accountBar),
    text("Not done", ({ notDone }) => reasonsOf(notDone)),
    ...optional.filter(({ isUsed }) => isUsed),
  ];
}

function costCell(value: number | null): string {
  if (value === null) return "unknown";
  return value === 0 ? "–" : dollars(value);
}

function accountBar(account: StageAccount): Html {
  const dropped = Object.entries(account.notDone).map(
    ([reason, value]): Segment => ({ value, series: "dropped", label: inWords(reason) }),
  );
  return stackedBar(
    [
      { value: account.done, series: "done", label: "done" },
      ...dropped,
      { value: account.pending, series: "pending", label: "pending" },
    ],
    account.in,
    110,
  );
}

function reasonsOf(notDone: StageAccount["notDone"]): Html {
  const reasons = Object.entries(notDone).sort(([, one], [, other]) => other - one);
  return html`<span class="reasons">${reasons.map(([reason, items]) => html`<span>${count(items)} ${inWords(reason)}</span>`)}</span>`;
}

/** Reasons are stored as "not-novel-in-pool". */
const inWords = (reason: string): string => reason.replaceAll("-", " ");

function totals({ summary: { totals: all } }: ReportView): Html {
  return html`<p>Together ${count(all.calls)} calls, ${count(all.inputTokens)} tokens in, ${count(all.outputTokens)} tokens out, ${cost(all.cost)}${estimated(all.estimatedCalls)}.</p>`;
}
