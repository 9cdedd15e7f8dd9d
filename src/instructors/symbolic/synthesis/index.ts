export { synthesize, vary } from "./synthesize.ts";
