import type { z } from "zod";
import { CallFailure } from "../admission/index.ts";
import { hasEnded, ProviderBatch, ProviderBatchPage, ProviderFile } from "./provider-batch.ts";
import { formOf } from "./upload-form.ts";

/** One HTTP request, its path below the base URL. Throws what `AdmittedCall.send` may throw. */
export type Http = (
  path: string,
  init: { method: "GET" | "POST"; headers?: Record<string, string>; body?: string | Buffer },
) => Promise<Response>;

/** Makes an attempt, and makes it again where it failed in a way that may pass. */
export type Attempts = <Result>(
  attempt: (http: Http) => Promise<Result>,
  signal: AbortSignal,
) => Promise<Result>;

/** What is to be done with an uploaded file of requests. */
export interface BatchOrder {
  fileId: string;
  /** As the requests of the file name it: `/v1/chat/completions`. */
  endpoint: string;
  completionWindow: string;
}

/** The interface of OpenAI for batches, and of those who offer the same. */
export interface BatchProvider {
  /** Gives the id of the file. */
  upload(lines: Iterable<string>, signal: AbortSignal): Promise<string>;
  /**
   * Has the requests of a file answered, once: where it may have been asked for before, by this process or by one that
   * died, it is looked up first.
   */
  create(order: BatchOrder, mayExist: boolean, signal: AbortSignal): Promise<ProviderBatch>;
  read(batchId: string, signal: AbortSignal): Promise<ProviderBatch>;
  download(fileId: string, signal: AbortSignal): Promise<Buffer>;
  /** Whether the account has a batch under way. */
  isBusy(signal: AbortSignal): Promise<boolean>;
}

export function createBatchProvider(attempts: Attempts): BatchProvider {
  return {
    async upload(lines, signal) {
      const { body, contentType } = formOf(lines);
      const headers = { "content-type": contentType };
      const file = await attempts(
        async (http) => parse(ProviderFile, await http("/files", { method: "POST", headers, body })),
        signal,
      );
      return file.id;
    },
    create(order, mayExist, signal) {
      let isKnownToBeNew = !mayExist;
      return attempts(async (http) => {
        const earlier = isKnownToBeNew ? null : await findBatch(http, ofFile(order.fileId));
        isKnownToBeNew = false;
        return earlier ?? postBatch(http, order);
      }, signal);
    },
    read: (batchId, signal) =>
      attempts(
        async (http) =>
          parse(ProviderBatch, await http(`/batches/${encodeURIComponent(batchId)}`, { method: "GET" })),
        signal,
      ),
    download: (fileId, signal) =>
      attempts(async (http) => {
        const response = await http(`/files/${encodeURIComponent(fileId)}/content`, { method: "GET" });
        return Buffer.from(await response.arrayBuffer());
      }, signal),
    isBusy: (signal) =>
      attempts(async (http) => (await findBatch(http, (batch) => !hasEnded(batch))) !== null, signal),
  };
}

/** A batch that failed never began: its file may be used again. */
const ofFile = (fileId: string) => (batch: ProviderBatch) =>
  batch.input_file_id === fileId && batch.status !== "failed";

async function postBatch(
  http: Http,
  { fileId, endpoint, completionWindow }: BatchOrder,
): Promise<ProviderBatch> {
  const body = JSON.stringify({
    input_file_id: fileId,
    endpoint,
    completion_window: completionWindow,
    metadata: { made_by: "errata" },
  });
  const headers = { "content-type": "application/json" };
  return parse(ProviderBatch, await http("/batches", { method: "POST", headers, body }));
}

/** The newest batch of the account that is sought, in pages of the largest size that is allowed. */
async function findBatch(
  http: Http,
  isSought: (batch: ProviderBatch) => boolean,
): Promise<ProviderBatch | null> {
  for (let after = ""; ; ) {
    const page = await parse(ProviderBatchPage, await http(`/batches?limit=100${after}`, { method: "GET" }));
    const found = page.data.find(isSought);
    if (found) return found;
    const last = page.data.at(-1);
    if (!page.has_more || !last) return null;
    after = `&after=${encodeURIComponent(last.id)}`;
  }
}

async function parse<Schema extends z.ZodType>(schema: Schema, response: Response): Promise<z.infer<Schema>> {
  const text = await response.text();
  try {
    return schema.parse(JSON.parse(text));
  } catch (cause) {
    throw new CallFailure("failed", "the server answered with something that belongs to no batch", { cause });
  }
}
