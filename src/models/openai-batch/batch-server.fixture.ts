import type { IncomingMessage, ServerResponse } from "node:http";
import { bodyOf, formOf, sendJson, startLocalServer } from "../../foundation/local-server.fixture.ts";

/** A line of a file of requests. */
export interface RequestLine {
  custom_id: string;
  method: string;
  url: string;
  body: Record<string, unknown>;
}

/** What the server says to one request; null: nothing, when the batch ends. */
export type ResultOf = (line: RequestLine) => Promise<{ status: number; body: unknown } | null>;

/** What happens at the server. `-received` comes before it is done, the others after it and before the answer. */
export type BatchEvent =
  | "upload-received"
  | "uploaded"
  | "batch-received"
  | "batch-made"
  | "polled"
  | "download-received";

export interface BatchServerOptions {
  resultOf: ResultOf;
  /** How batches end, the first of them first; `completed` once there are no more. */
  endings?: ("completed" | "expired" | "cancelled" | { code: string; message: string })[];
  /** Called before the server goes on; a request is dropped where it says so. */
  onEvent?(event: BatchEvent): "drop" | undefined;
  /** How often a batch has to be looked at until it has ended. */
  pollsUntilEnd?: number;
}

/** A server that keeps the contract of OpenAI's files and batches, on this machine. */
export interface BatchServer {
  readonly baseUrl: string;
  /** The files of requests that were uploaded, by id. */
  readonly files: ReadonlyMap<string, string>;
  readonly batches: readonly BatchState[];
  /** Keys of all requests that were put into batches which were taken, in the order of submission. */
  submitted(): string[];
  readonly authorizations: ReadonlySet<string | undefined>;
  close(): Promise<void>;
}

export interface BatchState {
  id: string;
  object: "batch";
  status: string;
  endpoint: string;
  input_file_id: string;
  completion_window: string;
  output_file_id: string | null;
  error_file_id: string | null;
  errors: { data: { code: string; message: string }[] } | null;
  request_counts: { total: number; completed: number; failed: number };
  metadata: unknown;
}

const stages = ["validating", "in_progress", "finalizing"];

export async function startBatchServer(options: BatchServerOptions): Promise<BatchServer> {
  const { resultOf, endings = [], onEvent = () => {}, pollsUntilEnd = 3 } = options;
  const files = new Map<string, string>();
  const batches: BatchState[] = [];
  const looks = new Map<string, number>();
  const authorizations = new Set<string | undefined>();
  const store = (content: string) => {
    const id = `file-${files.size + 1}`;
    files.set(id, content);
    return id;
  };
  const linesOf = (fileId: string): RequestLine[] =>
    files
      .get(fileId)!
      .split("\n")
      .filter(Boolean)
      .map((line) => JSON.parse(line));

  const end = async (batch: BatchState) => {
    const ending = endings.shift() ?? "completed";
    if (typeof ending === "object") {
      Object.assign(batch, { status: "failed", errors: { data: [ending] } });
      return;
    }
    const output: string[] = [];
    const errors: string[] = [];
    // Results come in any order.
    for (const line of linesOf(batch.input_file_id).reverse()) {
      const { custom_id } = line;
      const result = await resultOf(line);
      const response = result && { status_code: result.status, request_id: "r", body: result.body };
      if (result?.status === 200) {
        output.push(JSON.stringify({ id: `r-${custom_id}`, custom_id, response, error: null }));
      } else if (result || ending === "expired") {
        const error = { code: "batch_expired", message: "This request could not be executed in time." };
        errors.push(
          JSON.stringify({ id: `r-${custom_id}`, custom_id, response, error: result ? null : error }),
        );
      }
    }
    batch.output_file_id = output.length > 0 ? store(`${output.join("\n")}\n`) : null;
    batch.error_file_id = errors.length > 0 ? store(`${errors.join("\n")}\n`) : null;
    batch.status = ending;
    batch.request_counts = {
      total: output.length + errors.length,
      completed: output.length,
      failed: errors.length,
    };
  };

  const handle = async (request: IncomingMessage, response: ServerResponse, body: string): Promise<void> => {
    const { pathname, searchParams } = new URL(request.url!, "http://localhost");
    const route = `${request.method} ${pathname.replace(/^\/v1/, "")}`;
    authorizations.add(request.headers.authorization);
    const drops = (event: BatchEvent) => {
      const isDropped = onEvent(event) === "drop";
      if (isDropped) response.destroy();
      return isDropped;
    };
    if (route === "POST /files") {
      if (drops("upload-received")) return;
      const id = store(fileOfForm(request, body));
      if (drops("uploaded")) return;
      return sendJson(response, 200, { id, object: "file", purpose: "batch", bytes: body.length });
    }
    if (route === "POST /batches") {
      if (drops("batch-received")) return;
      const { input_file_id, endpoint, completion_window, metadata } = JSON.parse(body);
      const batch: BatchState = {
        id: `batch_${batches.length + 1}`,
        object: "batch",
        status: stages[0]!,
        endpoint,
        input_file_id,
        completion_window,
        output_file_id: null,
        error_file_id: null,
        errors: null,
        request_counts: { total: linesOf(input_file_id).length, completed: 0, failed: 0 },
        metadata,
      };
      batches.push(batch);
      if (drops("batch-made")) return;
      return sendJson(response, 200, batch);
    }
    if (route === "GET /batches") {
      const newestFirst = batches.toReversed();
      const after = searchParams.get("after");
      const start = after === null ? 0 : newestFirst.findIndex(({ id }) => id === after) + 1;
      const limit = Number(searchParams.get("limit"));
      const data = newestFirst.slice(start, start + limit);
      return sendJson(response, 200, { object: "list", data, has_more: start + limit < newestFirst.length });
    }
    const batch = batches.find(({ id }) => route === `GET /batches/${id}`);
    if (batch) {
      const look = (looks.get(batch.id) ?? 0) + 1;
      looks.set(batch.id, look);
      if (stages.includes(batch.status)) {
        if (look >= pollsUntilEnd) await end(batch);
        else batch.status = stages[Math.min(look, stages.length - 1)]!;
      }
      if (drops("polled")) return;
      return sendJson(response, 200, batch);
    }
    const [, fileId = ""] = /^GET \/files\/([^/]+)\/content$/.exec(route) ?? [];
    if (files.has(fileId)) {
      if (drops("download-received")) return;
      response.writeHead(200, { "content-type": "application/octet-stream" });
      response.end(files.get(fileId));
      return;
    }
    sendJson(response, 404, { error: { message: `No such object: ${pathname}` } });
  };

  const { origin, close } = await startLocalServer(async (request, response) => {
    const body = await bodyOf(request);
    await handle(request, response, body.toString());
  });
  return {
    baseUrl: `${origin}/v1`,
    files,
    batches,
    authorizations,
    submitted: () =>
      batches
        .filter(({ status }) => status !== "failed")
        .flatMap(({ input_file_id }) => linesOf(input_file_id).map(({ custom_id }) => custom_id)),
    close,
  };
}

function fileOfForm(request: IncomingMessage, body: string): string {
  const form = formOf(request, body);
  if (form.get("purpose")!.content !== "batch") throw new Error("the purpose of the file is not `batch`");
  return form.get("file")!.content;
}
