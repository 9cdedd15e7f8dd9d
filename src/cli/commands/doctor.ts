import { styleText } from "node:util";
import { pupilDirectory } from "../../config/pupil-directory.ts";
import { defineCommand } from "../command.ts";
import type { Check } from "../doctor/check.ts";
import {
  coresCheck,
  diskCheck,
  memoryCheck,
  nodeCheck,
  simdCheck,
  writableCheck,
} from "../doctor/machine-checks.ts";
import { pupilCheck } from "../doctor/pupil-check.ts";
import { pythonCheck } from "../doctor/python-check.ts";
import { exitCode } from "../exit-code.ts";

export const doctor = defineCommand({
  name: "doctor",
  description: "Check whether this machine has what Errata needs",
  arguments: {},
  examples: [{ command: "errata doctor", explanation: "exit code 1 where something necessary is missing" }],
  async run(_args, { workingFolder, variables, output }) {
    const checks = [
      nodeCheck(),
      simdCheck(),
      pupilCheck(pupilDirectory),
      writableCheck(workingFolder),
      coresCheck(),
      memoryCheck(),
      diskCheck(workingFolder),
      pythonCheck(variables.ERRATA_PYTHON ?? "python3"),
    ];
    output.write(`${checks.flatMap((check) => checkLines(check, output.colour)).join("\n")}\n`);
    const isFit = checks.every(({ ok, necessary }) => ok || !necessary);
    return isFit ? exitCode.done : exitCode.failure;
  },
});

function checkLines({ name, ok, found, necessary, advice }: Check, colour: boolean): string[] {
  const mark = ok ? "✓" : necessary ? "✗" : "–";
  const style = ok ? "green" : necessary ? "red" : "yellow";
  const painted = colour ? styleText(style, mark, { validateStream: false }) : mark;
  const optional = necessary || ok ? "" : " (can be done without)";
  return [`${painted} ${name}: ${found}${optional}`, ...(ok ? [] : [`  → ${advice}`])];
}
