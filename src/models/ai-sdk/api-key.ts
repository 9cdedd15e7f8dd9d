import { ErrataError } from "../../foundation/errors.ts";

/** The environment: where secrets come from. */
export type Variables = Readonly<Record<string, string | undefined>>;

/** Reads a key when it is first needed: a run whose answers are stored needs none. */
export function readApiKey(variables: Variables, name: string, endpoint: string): string {
  const key = variables[name]?.trim();
  if (key) return key;
  throw new ErrataError(`There is no key for ${endpoint}: the environment variable ${name} is not set.`, {
    advice: `Set it for this command, for instance with \`export ${name}=…\`; it is neither stored nor shown.`,
  });
}
