import { contentKey } from "../../foundation/content-key.ts";
import { UnansweredError } from "../../foundation/errors.ts";
import { CallFailure, createSignalFollower } from "../admission/index.ts";
import { type Attempts, createBatchProvider, type Http } from "./batch-provider.ts";
import { type BatchQueue, createBatchQueue } from "./batch-queue.ts";
import type { BatchSurroundings } from "./carry-out.ts";
import type { Outcome } from "./results.ts";

/** One HTTP request to an address. Throws what `AdmittedCall.send` may throw. */
type Send = (url: string, init: RequestInit) => Promise<Response>;

/** An HTTP call that a model is asked with. */
export interface BatchableCall {
  url: string;
  headers: RequestInit["headers"];
  /** JSON. */
  body: string;
}

export interface BatchedCallsOptions extends Omit<BatchSurroundings, "provider"> {
  /** Makes an attempt of several requests, and makes it again where it failed in a way that may pass. */
  attempts: <Result>(attempt: (send: Send) => Promise<Result>, signal: AbortSignal) => Promise<Result>;
}

/** What comes after the base URL in the address of a call that a batch can hold. */
const batchable = /\/(chat\/)?completions$/;

/**
 * Makes calls in batches, however long that takes: whoever writes a call and reads its answer need not know. Throws a
 * `CallFailure` where another batch may answer, an `UnansweredError` where none was meant to, and an `ErrataError`
 * where nothing can be submitted.
 */
export function createBatchedCalls(
  options: BatchedCallsOptions,
): (call: BatchableCall, signal: AbortSignal) => Promise<Response> {
  const follow = createSignalFollower();
  let queue: BatchQueue | undefined;

  // Not an async function: while it waits, it would hold the call.
  return ({ url, headers, body }, signal) => {
    if (signal.aborted) return Promise.reject(signal.reason);
    const operation = batchable.exec(url)![0];
    const baseUrl = url.slice(0, -operation.length);
    const endpoint = `/v1${operation}`;
    const key = contentKey(baseUrl, operation, body);
    queue ??= createBatchQueue({ ...options, endpoint, provider: createBatchProvider(at(baseUrl, headers)) });
    const line = `{"custom_id":"${key}","method":"POST","url":"${endpoint}","body":${body}}`;
    return queue.ask(key, line, follow(signal)).then(responseOf);
  };

  /** The calls about batches go where the first request was to go, with the key it was to be sent with. */
  function at(baseUrl: string, headers: RequestInit["headers"]): Attempts {
    const { "content-type": _, ...credentials } = Object.fromEntries(new Headers(headers));
    const httpOver =
      (send: Send): Http =>
      (path, init) =>
        send(`${baseUrl}${path}`, { ...init, headers: { ...credentials, ...init.headers } } as RequestInit);
    return (attempt, signal) => options.attempts((send) => attempt(httpOver(send)), signal);
  }
}

function responseOf(outcome: Outcome): Response {
  if (outcome.kind === "answered") {
    return new Response(outcome.body, {
      status: outcome.status,
      headers: { "content-type": "application/json" },
    });
  }
  if (outcome.mayAnswer) throw new CallFailure("failed", outcome.reason);
  throw new UnansweredError(outcome.reason);
}
