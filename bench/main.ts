import { readdirSync } from "node:fs";
import { ensureSmallHeap } from "../src/cli/small-heap.ts";

// What is measured is what users get.
ensureSmallHeap();

/** `npm run bench -- NAME` runs the benchmark in bench/NAME.ts. Each prints a table and, last, one line of JSON. */
const names = readdirSync(import.meta.dirname, { withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name.endsWith(".ts") && entry.name !== "main.ts")
  .map((entry) => entry.name.slice(0, -".ts".length));

const name = process.argv[2];
if (name === undefined || !names.includes(name)) {
  console.error(`Usage: npm run bench -- NAME, where NAME is one of: ${names.join(", ")}.`);
  process.exitCode = 1;
} else {
  const { run } = (await import(`./${name}.ts`)) as { run: () => Promise<void> };
  await run();
}
