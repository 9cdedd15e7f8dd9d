export { createLlmInstructor, type LlmInstructorOptions } from "./create-llm-instructor.ts";
export { promptFiles } from "./prompts/load-prompts.ts";
export { type Protocol, type ProtocolName, protocols } from "./protocol.ts";
