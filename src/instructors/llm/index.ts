export { createLlmInstructor, type LlmInstructorOptions } from "./create-llm-instructor.ts";
export { promptFiles } from "./prompts/load-prompts.ts";
export { type LemmaProtocolName, type ProtocolName, protocols } from "./protocols.ts";
