import { stringify } from "yaml";

/**
 * YAML as Python's readers take it: they know YAML 1.1, where a number with an exponent but without a point is a text.
 */
export function toYaml(values: Readonly<Record<string, unknown>>): string {
  const text = stringify(values, { version: "1.1", directives: null, lineWidth: 0 });
  return text.replaceAll(/^([\w -]*: )(-?\d+)e([+-]\d+)$/gm, "$1$2.0e$3");
}
