import type { Entry } from "./config-entries.ts";
import { literal, type Notation } from "./literal.ts";

/** Words that YAML reads as something else than a text are quoted, and so is anything but plain words. */
const plainText = /^(?!(true|false|null|yes|no|on|off)$)[A-Za-z][\w./-]*$/;
const text = (value: string) => (plainText.test(value) ? value : JSON.stringify(value));
const notation: Notation = { key: text, text };

/** A configuration as YAML, every key explained. */
export function writeYaml(entries: readonly Entry[], title: string): string {
  const keys = entries.map((entry) => `${linesOf(entry, "").join("\n")}\n`);
  return [`# ${title}\n`, ...keys].join("\n");
}

function linesOf({ key, explanation, content, isSet }: Entry, indent: string): string[] {
  const sign = isSet ? "" : "# ";
  const comments = explanation === "" ? [] : explanation.split("\n").map((line) => `${indent}# ${line}`);
  if ("entries" in content) {
    const inner = content.entries.flatMap((entry) => linesOf(entry, `${indent}  `));
    return [...comments, `${indent}${sign}${text(key)}:`, ...inner];
  }
  return [...comments, `${indent}${sign}${text(key)}: ${literal(content.value, notation)}`];
}
