#!/usr/bin/env node
const neededVersion = 24;

if (Number.parseInt(process.versions.node, 10) < neededVersion) {
  console.error(
    `Errata needs Node ${neededVersion} and this is ${process.versions.node}: start it with \`npm run errata --\` or \`npx errata\`, which use the Node that comes with the package.`,
  );
  process.exitCode = 1;
} else {
  const { ensureSmallHeap } = await import("./small-heap.ts");
  ensureSmallHeap();
  const { runCommandLine } = await import("./command-line.ts");
  const { systemEnvironment } = await import("./system-environment.ts");
  process.exitCode = await runCommandLine(process.argv.slice(2), systemEnvironment());
}
