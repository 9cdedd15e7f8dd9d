import type { Entry } from "./config-entries.ts";
import { literal, type Notation } from "./literal.ts";

const identifier = /^[A-Za-z_]\w*$/;
const notation: Notation = {
  key: (name) => (identifier.test(name) ? name : JSON.stringify(name)),
  text: (value) => JSON.stringify(value),
};

/** A configuration as a TypeScript module, every key explained. */
export function writeTypeScript(entries: readonly Entry[], title: string): string {
  const lines = entries.flatMap((entry) => linesOf(entry, "  "));
  return `// ${title}\nimport { defineConfig } from "errata";\n\nexport default defineConfig({\n${lines.join("\n")}\n});\n`;
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
