import type { Entry } from "./config-entries.ts";
import { literal, type Notation } from "./literal.ts";

const identifier = /^[A-Za-z_]\w*$/;
const notation: Notation = {
  key: (name) => (identifier.test(name) ? name : JSON.stringify(name)),
  text: (value) => JSON.stringify(value),
};

/** A configuration as a TypeScript module, every key explained. */
export function writeTypeScript(entries: readonly Entry[], title: string): string {
  const keys = entries.map((entry) => `${linesOf(entry, "  ").join("\n")}\n`);
  return `// ${title}
import { defineConfig } from "errata";

export default defineConfig({
${keys.join("\n")}});
`;
}

function linesOf({ key, explanation, content, isSet }: Entry, indent: string): string[] {
  const sign = isSet ? "" : "// ";
  const comments = explanation === "" ? [] : explanation.split("\n").map((line) => `${indent}// ${line}`);
  const name = notation.key(key);
  if ("entries" in content) {
    const inner = content.entries.flatMap((entry) => linesOf(entry, `${indent}  `));
    return [...comments, `${indent}${sign}${name}: {`, ...inner, `${indent}${sign}},`];
  }
  return [...comments, `${indent}${sign}${name}: ${literal(content.value, notation)},`];
}
