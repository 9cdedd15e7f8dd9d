export { followUps } from "./follow-ups.ts";
