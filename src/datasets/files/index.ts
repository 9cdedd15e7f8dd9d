export type { FieldMapping } from "../tables/index.ts";
export { partById } from "./part-by-id.ts";
export { readProblems } from "./read-problems.ts";
export { readRows } from "./read-rows.ts";
