export { renderConsole } from "./console/render-console.ts";
export { renderHtml } from "./html/render-html.ts";
export * from "./report-data.ts";
export { buildSummary, summaryJson } from "./summary/build-summary.ts";
export type { Comparison } from "./summary/comparison.ts";
export type { Summary } from "./summary/summary.ts";
