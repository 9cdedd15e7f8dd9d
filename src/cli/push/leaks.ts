import { ErrataError } from "../../foundation/errors.ts";
import type { PushedFile } from "./pushed-file.ts";

type Variables = Readonly<Record<string, string | undefined>>;

/** Keys as providers write them. */
const keyShapes = /\b(hf_\w{20,}|sk-[\w-]{20,}|AKIA[A-Z0-9]{16}|AIza[\w-]{30,}|ghp_\w{30,})/;

/** Names of variables whose values are secrets. */
const secretNames = /KEY|TOKEN|SECRET|PASSWORD/i;
const shortestSecret = 8;

/** A path from the root of a file system, or of a drive, that is no part of an address. */
const localPath = /(?:^|[\s"'`(=,[])((?:\/[\w.@+-]+){2,}\/?|[A-Za-z]:\\[^\s"'`|]+|~\/[\w./-]+)/m;

/**
 * Throws an `ErrataError` where a text of what is about to be published holds a key, or names a folder of this machine.
 * Weights hold neither.
 */
export function refuseLeaks(files: readonly PushedFile[], variables: Variables): void {
  for (const { path, content } of files) {
    if ("file" in content) continue;
    refuseSecrets("text" in content ? content.text : content.says, path, variables);
    // Problems may hold what looks like a path.
    if ("text" in content) refuseLocalPaths(content.text, path);
  }
}

function refuseSecrets(text: string, place: string, variables: Variables): void {
  const held = Object.entries(variables).find(
    ([name, value]) =>
      value !== undefined && value.length >= shortestSecret && secretNames.test(name) && text.includes(value),
  );
  if (!held && !keyShapes.test(text)) return;
  const what = held ? `the value of the environment variable ${held[0]}` : "what looks like an API key";
  throw new ErrataError(`${place} holds ${what}, so nothing was pushed.`, {
    advice: "Remove it from the run's configuration or data, and change the key where others have seen it.",
  });
}

function refuseLocalPaths(text: string, place: string): void {
  const path = localPath.exec(text)?.[1];
  if (path === undefined) return;
  throw new ErrataError(`${place} names a path of this machine, ${path}, so nothing was pushed.`, {
    advice: "Name models by their id on the hub, and files relative to the configuration.",
  });
}
