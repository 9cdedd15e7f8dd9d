export { converse } from "./converse.ts";
export { dialogues } from "./make-dialogues.ts";
