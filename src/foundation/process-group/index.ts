export { type Command, type ProcessGroup, startProcessGroup } from "./start-process-group.ts";
