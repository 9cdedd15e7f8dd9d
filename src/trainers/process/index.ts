export { type Command, runProcess } from "./run-process.ts";
