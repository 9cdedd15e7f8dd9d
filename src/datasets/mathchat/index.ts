export { readMathChat } from "./read-mathchat.ts";
