import { join } from "node:path";
import { ErrataError } from "../../foundation/errors.ts";
import { runProcess } from "../process/index.ts";
import type { Requirements } from "./requirements.ts";

export interface Installation {
  /** The environment's folder. */
  directory: string;
  requirements: Requirements;
  logFile: string;
  onLine: (line: string) => void;
  signal?: AbortSignal | undefined;
}

/** The interpreter of an environment. */
export const interpreterIn = (directory: string): string =>
  process.platform === "win32" ? join(directory, "Scripts", "python.exe") : join(directory, "bin", "python");

/** The oldest Python that the pinned packages run on. */
const oldest = [3, 10] as const;
const oldestName = oldest.join(".");

async function run(
  command: readonly string[],
  { logFile, onLine, signal }: Pick<Installation, "logFile" | "onLine" | "signal">,
  adviceWhenMissing: string,
): Promise<void> {
  const name = "The installation of the Python packages";
  await runProcess({ name, command, directory: ".", logFile, onLine, signal, adviceWhenMissing });
}

const options = (requirements: Requirements) => requirements.files.flatMap((file) => ["-r", file]);

/** By uv, which is fast, and brings a Python of its own where there is none. Throws where there is no uv. */
export async function installWithUv(installation: Installation): Promise<void> {
  const { directory, requirements } = installation;
  const missing = "Install uv, or Python with venv and pip.";
  await run(["uv", "venv", "--clear", "--python", `>=${oldestName}`, directory], installation, missing);
  const python = ["--python", interpreterIn(directory)];
  await run(["uv", "pip", "install", ...python, ...options(requirements)], installation, missing);
}

/** By Python's own means. */
export async function installWithPip(installation: Installation): Promise<void> {
  const { directory, requirements } = installation;
  const missing = `Install Python ${oldestName} or later, or uv; or name an interpreter in \`trainer.python\`.`;
  const python = process.platform === "win32" ? "python" : "python3";
  await requireVersion(python, installation, missing);
  await run([python, "-m", "venv", "--clear", directory], installation, missing);
  const pip = ["-m", "pip", "install", "--progress-bar", "off"];
  await run([interpreterIn(directory), ...pip, ...options(requirements)], installation, missing);
}

async function requireVersion(python: string, installation: Installation, missing: string): Promise<void> {
  const lines: string[] = [];
  const onLine = (line: string) => lines.push(line);
  const script = "import sys; print(*sys.version_info[:2], sep='.')";
  await run([python, "-c", script], { ...installation, onLine }, missing);
  const found = lines.at(-1) ?? "";
  const [major = 0, minor = 0] = found.split(".").map(Number);
  if (major > oldest[0] || (major === oldest[0] && minor >= oldest[1])) return;
  throw new ErrataError(`\`${python}\` is Python ${found}, and training needs ${oldestName} or later.`, {
    advice: missing,
  });
}
