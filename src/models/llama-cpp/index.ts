export { createLlamaCppServer, type LlamaCppOptions } from "./server.ts";
export { LlamaCppSettings } from "./settings.ts";
