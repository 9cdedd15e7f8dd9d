import { execFileSync, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { JudgedPair } from "./pairs.ts";

/** What Math-Verify says of a pair, and the processor time it took. */
export interface PeerVerdict {
  equal: boolean | null;
  seconds: number;
}

const release = "math-verify[antlr4_13_2]==0.9.0";
const environment = join(import.meta.dirname, "../../.cache/math-verify");
const interpreter = join(environment, "bin/python");

/**
 * Judges pairs with Math-Verify (PyPI), which is installed into an environment of its own under `.cache` the first
 * time. Returns the reason, a sentence, where that cannot be done.
 */
export async function judgeWithMathVerify(pairs: readonly JudgedPair[]): Promise<PeerVerdict[] | string> {
  try {
    install();
  } catch (error) {
    return `Math-Verify is left out: it cannot be installed (${(error as Error).message.split("\n")[0]}).`;
  }
  const peer = spawn(interpreter, [join(import.meta.dirname, "math_verify_peer.py")], {
    stdio: ["pipe", "pipe", "ignore"],
  });
  const lines = createInterface({ input: peer.stdout });
  for (const pair of pairs) peer.stdin.write(`${JSON.stringify(pair)}\n`);
  peer.stdin.end();
  const verdicts: PeerVerdict[] = [];
  for await (const line of lines) verdicts.push(JSON.parse(line));
  return verdicts.length === pairs.length ? verdicts : "Math-Verify is left out: its process ended early.";
}

function install(): void {
  if (!existsSync(interpreter)) {
    execFileSync(process.env.ERRATA_PYTHON ?? "python3", ["-m", "venv", environment], { stdio: "pipe" });
  }
  const isInstalled = execFileSync(interpreter, ["-m", "pip", "list", "--format=freeze"], { stdio: "pipe" })
    .toString()
    .includes("math-verify==0.9.0");
  if (!isInstalled)
    execFileSync(interpreter, ["-m", "pip", "install", "--quiet", release], { stdio: "pipe" });
}
