import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const fileNamed = (name: string) => fileURLToPath(new URL(`./${name}`, import.meta.url));

/** Lists of packages, in pip's form. */
export interface Requirements {
  readonly files: readonly string[];
  /** What they say; another text is another environment. */
  readonly text: string;
}

/** The pinned packages, with those for NVIDIA's GPUs where the driver is there. */
export function requirementsOfThisMachine(
  hasNvidiaDriver = existsSync("/proc/driver/nvidia/version"),
): Requirements {
  const names = ["requirements.txt", ...(hasNvidiaDriver ? ["requirements-cuda.txt"] : [])];
  const files = names.map(fileNamed);
  return { files, text: files.map((file) => readFileSync(file, "utf8")).join("") };
}
