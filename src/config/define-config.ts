import type { ConfigInput } from "./schema.ts";

/**
 * Gives a configuration in TypeScript its type.
 *
 * @example
 * ```ts
 * // errata.config.ts
 * import { defineConfig } from "errata";
 *
 * export default defineConfig({
 *   target: { kind: "embedded" },
 *   instructor: { kind: "symbolic" },
 *   data: { seeds: { wordProblems: "train", count: 600 } },
 * });
 * ```
 */
export function defineConfig(config: ConfigInput): ConfigInput {
  return config;
}
