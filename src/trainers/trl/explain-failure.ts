import { ErrataError } from "../../foundation/errors.ts";
import { requirementsOfThisMachine } from "../python/index.ts";

/** A failed training for a person: what the program itself said of it, else what its process left behind. */
export function explainFailure(
  error: unknown,
  failure: { message: string; advice: string } | null,
  python: string,
): unknown {
  if (failure) return new ErrataError(failure.message, { advice: failure.advice, cause: error });
  const missing = /No module named '?([\w.]+)/.exec(String(error))?.[1];
  if (missing === undefined) return error;
  const files = requirementsOfThisMachine().files.map((file) => `-r ${file}`);
  return new ErrataError(`The Python environment of ${python} lacks the package ${missing}.`, {
    advice: `Install what it needs, \`${python} -m pip install ${files.join(" ")}\`, or leave \`trainer.python\` out, and Errata makes an environment of its own.`,
    cause: error,
  });
}
