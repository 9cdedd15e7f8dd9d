import { createHash } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { startLocalServer } from "../../foundation/local-server.fixture.ts";

/** A file of the stand-in hub. Large ones lie on a storage of another origin, as on the Hugging Face hub. */
export interface HubFile {
  readonly bytes: Uint8Array;
  readonly isLarge?: boolean;
}

/** How a request goes wrong: an answer in place of the file, or the file's own answer broken. */
export type Fault =
  | { readonly status: number; readonly headers?: Record<string, string> }
  | "cut"
  | "hang up"
  | "other bytes";

export interface Hub {
  readonly origin: string;
  /** By path: what stands after the origin. */
  readonly files: Map<string, HubFile>;
  /** The next requests of the hub, or of its storage where the file is large, go wrong like this, one after the other. */
  readonly faults: Fault[];
  /** Requests in their order: "hub" or "storage", the path, and the authorization that came with it. */
  readonly requests: { server: "hub" | "storage"; path: string; authorization: string | undefined }[];
  close(): Promise<void>;
}

const digest = (algorithm: string, ...parts: (string | Uint8Array)[]) =>
  parts.reduce((hash, part) => hash.update(part), createHash(algorithm)).digest("hex");

/**
 * A local server that keeps the contract of the hub's resolve addresses: a small file comes at once with its git blob as
 * ETag; a large one is a redirect to another origin, which states the SHA-256 and the size that the storage does not.
 */
export async function startHub(): Promise<Hub> {
  const files: Hub["files"] = new Map();
  const faults: Hub["faults"] = [];
  const requests: Hub["requests"] = [];
  const record = (server: "hub" | "storage", { url, headers }: IncomingMessage): string => {
    const path = url ?? "";
    requests.push({ server, path, authorization: headers.authorization });
    return path;
  };

  const storage = await startLocalServer((request, response) => {
    const { bytes } = files.get(record("storage", request))!;
    // The storage's own tag is no checksum of the file.
    sendBytes(response, bytes, `"${digest("md5", bytes)}"`, faults.shift());
  });
  const hub = await startLocalServer((request, response) => {
    const path = record("hub", request);
    const file = files.get(path);
    if (!file) return sendStatus(response, 404, { "x-error-code": "EntryNotFound" });
    const fault = file.isLarge ? undefined : faults.shift();
    if (typeof fault === "object") return sendStatus(response, fault.status, fault.headers);
    if (!file.isLarge) return sendBytes(response, file.bytes, `"${gitBlobOf(file.bytes)}"`, fault);
    response.writeHead(302, {
      location: `${storage.origin}${path}`,
      "x-linked-etag": `"${digest("sha256", file.bytes)}"`,
      "x-linked-size": String(file.bytes.length),
    });
    response.end("Found. Redirecting");
  });
  return {
    origin: hub.origin,
    files,
    faults,
    requests,
    close: async () => {
      await Promise.all([hub.close(), storage.close()]);
    },
  };
}

const gitBlobOf = (bytes: Uint8Array) => digest("sha1", `blob ${bytes.length}\0`, bytes);

function sendStatus(response: ServerResponse, status: number, headers: Record<string, string> = {}): void {
  response.writeHead(status, headers).end();
}

function sendBytes(
  response: ServerResponse,
  bytes: Uint8Array,
  etag: string,
  fault: Fault | undefined,
): void {
  if (fault === "hang up") response.destroy();
  else if (typeof fault === "object") sendStatus(response, fault.status, fault.headers);
  else if (fault === "cut") {
    response.writeHead(200, { etag, "content-length": bytes.length });
    response.write(bytes.slice(0, bytes.length / 2), () => response.destroy());
  } else {
    const body = fault === "other bytes" ? bytes.map((byte) => byte ^ 1) : bytes;
    response.writeHead(200, { etag, "content-length": body.length });
    response.end(body);
  }
}
