import { createHash } from "node:crypto";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ErrataError } from "../../foundation/errors.ts";
import { environmentsFolder, type Variables } from "./cache-folder.ts";
import { type Installation, installWithPip, installWithUv, interpreterIn } from "./installers.ts";
import { whileLocked } from "./lock.ts";
import { type Requirements, requirementsOfThisMachine } from "./requirements.ts";

export interface EnvironmentOptions {
  variables?: Variables;
  requirements?: Requirements;
  /** Told in a line what happens while the environment is made. */
  onStatus?: ((status: string) => void) | undefined;
  signal?: AbortSignal | undefined;
  /** Tried one after the other. */
  installers?: readonly ((installation: Installation) => Promise<void>)[];
}

/** Written last: an environment without it was left half-made. */
const complete = "errata-complete";

/**
 * Gives the interpreter of a Python environment with the pinned packages. It is made once, in the user's cache, under a
 * name that follows from the packages; two processes at the same time make one.
 *
 * @throws ErrataError that says what pip said last, and what can be done
 */
export async function providePythonEnvironment({
  variables = process.env,
  requirements = requirementsOfThisMachine(),
  onStatus = () => {},
  signal,
  installers = [installWithUv, installWithPip],
}: EnvironmentOptions = {}): Promise<string> {
  const folder = environmentsFolder(variables);
  const name = createHash("sha256").update(requirements.text).digest("hex").slice(0, 12);
  const directory = join(folder, name);
  const isComplete = () => existsSync(join(directory, complete));
  if (isComplete()) return interpreterIn(directory);
  mkdirSync(folder, { recursive: true });
  const onWait = () => onStatus("waiting for another process that makes the Python environment");
  await whileLocked(`${directory}.lock`, { onWait, signal }, async () => {
    if (isComplete()) return;
    onStatus("making the Python environment, once: several gigabytes where PyTorch comes with CUDA");
    const logFile = `${directory}.log`;
    const onLine = (line: string) => onStatus(`making the Python environment: ${line}`);
    await install(installers, { directory, requirements, logFile, onLine, signal });
    writeFileSync(join(directory, complete), "");
  });
  return interpreterIn(directory);
}

/** The last installer's failure is the one to tell: an earlier one may be missing, or know fewer sources. */
async function install(
  installers: readonly ((installation: Installation) => Promise<void>)[],
  installation: Installation,
): Promise<void> {
  let failure: unknown;
  for (const installer of installers) {
    try {
      return await installer(installation);
    } catch (error) {
      installation.signal?.throwIfAborted();
      failure = error;
    }
  }
  if (!ErrataError.isInstance(failure) || failure.message.includes("cannot be started")) throw failure;
  throw new ErrataError(failure.message, {
    advice: `Correct what it says (a proxy or PIP_INDEX_URL, space on the disk) and run again, or name an interpreter that has the packages of ${installation.requirements.files[0]} in \`trainer.python\`. All that was printed is in ${installation.logFile}.`,
    cause: failure,
  });
}
