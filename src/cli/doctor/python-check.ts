import { spawnSync } from "node:child_process";
import type { Check } from "./check.ts";

const script =
  "import sys, torch, peft; print(sys.version.split()[0], 'torch', torch.__version__, 'peft', peft.__version__)";

/** Python is needed by some tests alone. `interpreter` is a program, found on the path where it is only a name. */
export function pythonCheck(interpreter: string): Check {
  const { status, stdout, error } = spawnSync(interpreter, ["-c", script], { encoding: "utf8" });
  const found = error ? `no ${interpreter}` : `${interpreter} lacks torch or peft`;
  return {
    name: "Python",
    ok: status === 0,
    found: status === 0 ? stdout.trim() : found,
    necessary: false,
    advice:
      "Only tests compare with it: `pip install -r pupil/requirements.txt`, and name the interpreter in ERRATA_PYTHON.",
  };
}
