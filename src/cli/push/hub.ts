import { pathToFileURL } from "node:url";
import { ErrataError } from "../../foundation/errors.ts";
import type { PushedFile } from "./pushed-file.ts";

export interface Upload {
  /** Address of the hub. */
  hub: string;
  token: string | null;
  /** `owner/name`. */
  repo: string;
  type: "model" | "dataset";
  isPrivate: boolean;
  files: readonly PushedFile[];
  /** Of the commit. */
  title: string;
  onProgress: (line: string) => void;
}

/**
 * Makes the repository where there is none, and writes all files into it in one commit; large ones go to the hub's
 * storage for large files first. Returns the address of the repository.
 *
 * @throws ErrataError where the token is missing or not allowed, or the hub refuses
 */
export async function pushToHub(upload: Upload): Promise<string> {
  const accessToken = usableToken(upload.token);
  const hub = await import("@huggingface/hub");
  const { repo: name, type, isPrivate, files, title, onProgress, hub: hubUrl } = upload;
  const repo = { type, name };
  try {
    const isThere = await hub.repoExists({ repo, hubUrl, accessToken });
    if (isThere && isPrivate) await refusePublic(upload, accessToken);
    if (!isThere) {
      await hub.createRepo({ repo, hubUrl, accessToken, ...(isPrivate ? { visibility: "private" } : {}) });
    }
    const operations = files.map(({ path, content }) => ({
      operation: "addOrUpdate" as const,
      path,
      content: contentOf(content),
    }));
    const steps = hub.commitIter({ repo, hubUrl, accessToken, operations, title });
    for (let step = await steps.next(); !step.done; step = await steps.next()) {
      if (step.value.event === "phase") onProgress(phases[step.value.phase]);
    }
  } catch (error) {
    throw explain(error, upload);
  }
  return `${hubUrl}/${type === "dataset" ? "datasets/" : ""}${name}`;
}

const phases = {
  preuploading: "asking the hub how it takes the files",
  uploadingLargeFiles: "uploading large files",
  committing: "committing",
} as const;

/** Files of the run are read as they are sent: a model may be larger than the memory. */
function contentOf(content: PushedFile["content"]): Blob | URL {
  if ("file" in content) return pathToFileURL(content.file);
  return new Blob(["text" in content ? content.text : Buffer.from(content.bytes)]);
}

function usableToken(token: string | null): string {
  const advice =
    "Make one that may write on the hub's page of access tokens, and set it for this command: `export HF_TOKEN=…`; it is neither stored nor shown.";
  if (token === null) {
    throw new ErrataError("There is no token for the hub: the environment variable HF_TOKEN is not set.", {
      advice,
    });
  }
  if (!token.startsWith("hf_")) {
    throw new ErrataError("What HF_TOKEN holds is no token of the hub: those begin with hf_.", { advice });
  }
  return token;
}

/** What was meant to be private must not land in a repository that everybody reads. */
async function refusePublic({ hub, repo, type }: Upload, accessToken: string): Promise<void> {
  const response = await fetch(`${hub}/api/${type}s/${repo}`, {
    headers: { authorization: `Bearer ${accessToken}` },
  });
  const { private: isPrivate } = (await response.json()) as { private?: boolean };
  if (isPrivate) return;
  throw new ErrataError(`${repo} is there already and is public, so nothing was pushed.`, {
    advice: "Choose another name, or make it private on the hub first.",
  });
}

function explain(error: unknown, { hub, repo }: Upload): unknown {
  if (ErrataError.isInstance(error) || !(error instanceof Error)) return error;
  const { statusCode } = error as { statusCode?: number };
  if (statusCode === 401) {
    return new ErrataError("The hub does not accept the token in HF_TOKEN.", {
      advice: "Make a new one on the hub's page of access tokens.",
      cause: error,
    });
  }
  if (statusCode === 403) {
    return new ErrataError(`The token in HF_TOKEN may not write to ${repo}.`, {
      advice: "Use a token with write access to that owner, or another --repo.",
      cause: error,
    });
  }
  return new ErrataError(`${hub} did not take the files: ${error.message}.`, {
    advice: "Give the same command again; what was uploaded is not sent twice.",
    cause: error,
  });
}
