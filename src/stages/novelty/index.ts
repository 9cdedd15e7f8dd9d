export { createNearestTexts, type NearText } from "./nearest-texts.ts";
export { createNoveltyIndex, type Nearest, type NoveltyIndex } from "./novelty-index.ts";
export { rougeL } from "./rouge-l.ts";
export { selfJoin } from "./self-join.ts";
export { tokenize } from "./tokenize.ts";
