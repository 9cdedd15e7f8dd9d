export { checkRow, type FieldMapping } from "./check-row.ts";
export { readJsonLines } from "./json-lines.ts";
export { readTable } from "./read-table.ts";
export type { TableRow } from "./table-row.ts";
