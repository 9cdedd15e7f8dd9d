export { createLlamaCppModel } from "./lazy-model.ts";
export { createLlamaCppServer } from "./server.ts";
