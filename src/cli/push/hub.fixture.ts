import { createHash } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { bodyOf, sendJson, startLocalServer } from "../../foundation/local-server.fixture.ts";

/** A repository of the stand-in hub. */
export interface HubRepository {
  isPrivate: boolean;
  /** By path, after all commits. */
  files: Map<string, Uint8Array>;
  /** Titles of the commits, in order. */
  commits: string[];
}

export interface WritableHub {
  readonly origin: string;
  /** By type and name: `models/me/small`. */
  readonly repositories: Map<string, HubRepository>;
  /** Paths of all requests, in order. */
  readonly requests: string[];
  /** How many uploads of large files came in parts. */
  readonly inParts: number;
  close(): Promise<void>;
}

/** The only token that it accepts. */
export const goodToken = "hf_aTokenThatIsNotReal";

/** Large files come in parts of so many bytes; a file that fits into one comes as it is. */
const partSize = 64;

const isLarge = (path: string) => /\.(safetensors|parquet)$/.test(path);

/**
 * A local server that keeps the contract of the hub's interface for writing: repositories are made, files are asked
 * about (`preupload`), large ones go to a storage by Git LFS, whole or in parts, and a commit names all of them. A commit
 * of a large file that was not uploaded, or whose bytes are not those of its digest, is refused.
 */
export async function startWritableHub(): Promise<WritableHub> {
  const repositories: WritableHub["repositories"] = new Map();
  const requests: string[] = [];
  const stored = new Map<string, Uint8Array>();
  const parts = new Map<string, Uint8Array[]>();
  let inParts = 0;

  const { origin, close } = await startLocalServer(async (request, response) => {
    const path = request.url!.replace(/\?.*/, "");
    requests.push(path);
    const body = await bodyOf(request);
    const isStorage = path.startsWith("/storage/");
    if (!isStorage && request.headers.authorization !== `Bearer ${goodToken}`) {
      return sendJson(response, 401, { error: "Invalid credentials in Authorization header" });
    }
    if (isStorage) return answerStorage(path, request, body, response);
    if (path === "/api/repos/create") return create(JSON.parse(body.toString()), response);
    const [, name, verb] =
      /^\/(?:api\/)?((?:models\/|datasets\/)?[\w.-]+\/[\w.-]+?)(?:\.git)?(?:\/(preupload|info|commit)\/.*)?$/.exec(
        path,
      )!;
    const repository = repositories.get(/^(models|datasets)\//.test(name!) ? name! : `models/${name}`);
    if (!repository) return sendJson(response, 404, { error: "Repository not found" });
    if (verb === "preupload")
      return sendJson(response, 200, { files: modesOf(JSON.parse(body.toString()).files) });
    if (verb === "info") return sendJson(response, 200, batchOf(JSON.parse(body.toString()).objects));
    if (verb === "commit") return commit(repository, body.toString(), response);
    return sendJson(response, 200, { private: repository.isPrivate });
  });

  const create = (
    { type = "model", organization, name, visibility }: Record<string, string>,
    response: ServerResponse,
  ) => {
    if (organization === "others") return sendJson(response, 403, { error: "You don't have the rights" });
    const key = `${type}s/${organization}/${name}`;
    repositories.set(key, { isPrivate: visibility === "private", files: new Map(), commits: [] });
    sendJson(response, 200, { url: `${origin}/${key}`, id: key });
  };

  const modesOf = (files: { path: string }[]) =>
    files.map(({ path }) => ({ path, uploadMode: isLarge(path) ? "lfs" : "regular" }));

  const batchOf = (objects: { oid: string; size: number }[]) => ({
    transfer: "basic",
    objects: objects.map(({ oid, size }) => ({
      oid,
      size,
      ...(stored.has(oid) ? {} : { actions: { upload: uploadOf(oid, size) } }),
    })),
  });

  const uploadOf = (oid: string, size: number) => {
    if (size <= partSize) return { href: `${origin}/storage/${oid}` };
    const numbers = Array.from({ length: Math.ceil(size / partSize) }, (_, index) => index + 1);
    const addresses = numbers.map((number) => [
      String(number).padStart(5, "0"),
      `${origin}/storage/${oid}/${number}`,
    ]);
    return {
      href: `${origin}/storage/${oid}`,
      header: { chunk_size: String(partSize), ...Object.fromEntries(addresses) },
    };
  };

  const answerStorage = (path: string, request: IncomingMessage, body: Buffer, response: ServerResponse) => {
    const [, , oid, part] = path.split("/");
    if (request.method === "POST") {
      inParts += 1;
      stored.set(oid!, Buffer.concat(parts.get(oid!) ?? []));
    } else if (part === undefined) stored.set(oid!, body);
    else {
      const known = parts.get(oid!) ?? [];
      known[Number(part) - 1] = body;
      parts.set(oid!, known);
    }
    response.setHeader("etag", `"${part ?? 1}"`);
    sendJson(response, 200, {});
  };

  const commit = (repository: HubRepository, text: string, response: ServerResponse) => {
    const lines = text.split("\n").map((line) => JSON.parse(line) as { key: string; value: CommitValue });
    for (const { key, value } of lines) {
      if (key === "file") repository.files.set(value.path, Buffer.from(value.content, "base64"));
      if (key !== "lfsFile") continue;
      const bytes = stored.get(value.oid);
      const digest = bytes && createHash("sha256").update(bytes).digest("hex");
      if (digest !== value.oid || bytes!.length !== value.size) {
        return sendJson(response, 400, { error: `LFS pointer of ${value.path} points to no file` });
      }
      repository.files.set(value.path, bytes!);
    }
    repository.commits.push(lines[0]!.value.summary);
    sendJson(response, 200, { commitOid: "0", commitUrl: `${origin}/commit/0`, hookOutput: "" });
  };

  return {
    origin,
    repositories,
    requests,
    get inParts() {
      return inParts;
    },
    close,
  };
}

interface CommitValue {
  summary: string;
  path: string;
  content: string;
  oid: string;
  size: number;
}
