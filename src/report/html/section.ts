import { type Child, type Html, html } from "./html.ts";

/** A part of the report with its heading. */
export function section(id: string, title: string, content: Child): Html {
  return html`<section id="${id}">
<h2>${title}</h2>
${content}</section>
`;
}

/** A column of a table; numbers are set flush right. */
export interface TableColumn {
  title: string;
  numeric?: boolean;
}

/** A table whose first column names its rows. */
export function dataTable(
  caption: string,
  columns: readonly TableColumn[],
  rows: readonly (readonly Child[])[],
): Html {
  const alignment = columns.map(({ numeric }) => (numeric ? "number" : "text"));
  return html`<div class="scroll"><table><caption>${caption}</caption>
<thead><tr>${columns.map(({ title }, column) => html`<th scope="col" class="${alignment[column]}">${title}</th>`)}</tr></thead>
<tbody>${rows.map(
    ([name, ...cells]) =>
      html`<tr><th scope="row" class="${alignment[0]}">${name}</th>${cells.map((cell, index) => html`<td class="${alignment[index + 1]}">${cell}</td>`)}</tr>
`,
  )}</tbody></table></div>
`;
}
