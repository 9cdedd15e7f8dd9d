import { once } from "node:events";
import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export interface LocalServer {
  /** Scheme, host and port. */
  readonly origin: string;
  close(): Promise<void>;
}

/** A server on a free port of this machine, for tests and benchmarks. */
export async function startLocalServer(listener: RequestListener): Promise<LocalServer> {
  const server = createServer(listener);
  // Else a connection may end in the moment in which its client asks again.
  server.keepAliveTimeout = 60_000;
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

/** What was sent with a request. */
export async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece);
  return Buffer.concat(pieces);
}

/** A field of a form, with the name that a file had where it was uploaded. */
export interface FormField {
  content: string;
  filename: string | undefined;
}

/** The fields of a form (multipart/form-data), by name. */
export function formOf({ headers }: IncomingMessage, body: string): Map<string, FormField> {
  const [, boundary] = /boundary=(\S+)/.exec(headers["content-type"]!)!;
  const parts = body.split(`--${boundary}`).slice(1, -1);
  return new Map(
    parts.map((part) => {
      const [head = ""] = part.split("\r\n\r\n", 1);
      const [, name = ""] = /[ ;]name="([^"]+)"/.exec(head)!;
      const [, filename] = /filename="([^"]+)"/.exec(head) ?? [];
      return [name, { content: part.slice(head.length + 4, -2), filename }];
    }),
  );
}

export function sendJson(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): void {
  response.writeHead(status, { "content-type": "application/json", ...headers });
  response.end(JSON.stringify(body));
}
