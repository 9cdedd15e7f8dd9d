import { ErrataError } from "../../foundation/errors.ts";
import type { Admission } from "../admission/index.ts";
import type { BatchedCallsOptions } from "../openai-batch/index.ts";
import { failedCall } from "./failed-call.ts";
import { failureOf } from "./failure-of.ts";
import type { ModelSource } from "./model-source.ts";
import { nodeFetch } from "./node-fetch.ts";

/** Requests about batches, admitted as every other call to the endpoint is. */
export function batchRequestsTo(
  source: ModelSource,
  admission: () => Admission,
): BatchedCallsOptions["attempts"] {
  const sendOnce = async (url: string, init: RequestInit, signal: AbortSignal): Promise<Response> => {
    try {
      const response = await nodeFetch(url, { ...init, signal });
      if (response.ok) return response;
      throw notFound(response, init.method, source) ?? failedCall(url, response, await response.text());
    } catch (error) {
      throw failureOf(error, source);
    }
  };
  return (attempt, signal) =>
    admission().admit({
      send: (signalOfTry) => attempt((url, init) => sendOnce(url, init, signalOfTry)),
      estimatedTokens: 0,
      usedTokens: () => 0,
      signal,
    });
}

/** What is read was there once; what is posted needs no more than the interface itself. */
function notFound(
  { status }: Response,
  method: string | undefined,
  { name }: ModelSource,
): ErrataError | undefined {
  if (status !== 404) return undefined;
  return method === "GET"
    ? new ErrataError(`${name} has no longer what this run submitted, or the key is another account's.`, {
        advice:
          "Use the key of the account that submitted it. If it is gone for good, remove the folder `batches` of the run: what is not stored is then asked, and paid for, again.",
      })
    : new ErrataError(`${name} has no interface for batches.`, {
        advice: "Leave `batch` out of the model's settings.",
      });
}
