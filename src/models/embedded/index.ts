export { createEmbeddedServer, type EmbeddedServerOptions } from "./server.ts";
