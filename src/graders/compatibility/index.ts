export { mwpbenchGrader } from "./mwpbench.ts";
export { qwenMathGrader } from "./qwen-math/index.ts";
export { seiPaperGrader } from "./sei-paper.ts";
