import { APICallError } from "@ai-sdk/provider";
import { ErrataError, UnansweredError, UnusableAnswerError } from "../../foundation/errors.ts";
import { CallFailure } from "../admission/index.ts";
import type { ModelSource } from "./model-source.ts";
import { retryAfter } from "./retry-after.ts";

type Place = Pick<ModelSource, "name" | "apiKeyVariable">;

/** Marks of messages and error codes, as OpenAI, Anthropic, Google and vLLM write them. */
const unknownModel = /model[^.]*(not found|does not exist|not supported)|model_not_found|unknown model/i;
const spentQuota = /insufficient_quota|exceeded your current quota|billing|credit balance/i;
const wrongKey = /api[_ ]key[_ ](not valid|invalid)|API_KEY_INVALID|invalid_api_key/i;
const tooLong =
  /context[_ ]length|maximum context|prompt is too long|too many tokens|exceeds the available context/i;
const filtered = /content_filter|ResponsibleAIPolicyViolation|content management policy/i;

/** Codes of the system for a server that is not there. */
const unreachable = new Set(["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "EHOSTUNREACH", "ENETUNREACH"]);

/** The model did not answer because of what it was asked: the answer is a refusal, not a failure. */
export function isFilteredPrompt(error: unknown): boolean {
  return APICallError.isInstance(error) && error.statusCode === 400 && filtered.test(detailsOf(error));
}

/**
 * What a failed call of the AI SDK means: a `CallFailure` is worth sending again, an `UnansweredError` or
 * `UnusableAnswerError` is about this request alone, and an `ErrataError` about all of them.
 */
export function failureOf(error: unknown, place: Place): Error {
  if (ErrataError.isInstance(error)) return error;
  if (!APICallError.isInstance(error)) return brokenCall(error);
  const { statusCode } = error;
  const isRequestsFault = statusCode !== undefined && statusCode >= 400 && statusCode < 500;
  return (
    (isRequestsFault ? hopelessCall(error, place) : undefined) ??
    repeatableCall(error) ??
    refusedRequest(error)
  );
}

/** Failures that no further call would escape. */
function hopelessCall(error: APICallError, { name, apiKeyVariable }: Place): ErrataError | undefined {
  const { statusCode } = error;
  const details = detailsOf(error);
  const key =
    apiKeyVariable === undefined ? "`apiKeyVariable`" : `the environment variable ${apiKeyVariable}`;
  if (statusCode === 401 || wrongKey.test(details)) {
    return new ErrataError(`${name} does not accept the API key.`, {
      advice: `Correct ${key}.`,
      cause: error,
    });
  }
  if (statusCode === 402 || spentQuota.test(details)) {
    return new ErrataError(`The account at ${name} is used up: ${messageOf(error)}.`, {
      advice: "Pay in, then run the same command again: what was answered is kept.",
      cause: error,
    });
  }
  if (statusCode === 403) {
    return new ErrataError(`${name} forbids the call: ${messageOf(error)}.`, {
      advice: `See what the key in ${key} may do.`,
      cause: error,
    });
  }
  if (statusCode === 404 || unknownModel.test(details)) {
    return new ErrataError(`${name} does not know the model, or is no such interface: ${messageOf(error)}.`, {
      advice: "Correct `model`, or `baseUrl`, which usually ends with /v1.",
      cause: error,
    });
  }
  return undefined;
}

function repeatableCall(error: APICallError): CallFailure | undefined {
  const { statusCode, responseHeaders, responseBody } = error;
  if (statusCode === undefined) return brokenCall(error);
  const wait = retryAfter(responseHeaders, responseBody, Date.now());
  if (statusCode === 429 || statusCode === 529 || (statusCode === 503 && wait !== undefined)) {
    return new CallFailure("refused", `too many calls (status ${statusCode})`, {
      cause: error,
      retryAfterMilliseconds: wait,
    });
  }
  if (statusCode >= 500 || statusCode === 408 || statusCode === 409 || statusCode === 425) {
    return new CallFailure("failed", `the server failed with status ${statusCode}`, { cause: error });
  }
  if (statusCode < 400) {
    return new CallFailure("failed", "the server answered with something that is no completion", {
      cause: error,
    });
  }
  return undefined;
}

function refusedRequest(error: APICallError): ErrataError {
  if (error.statusCode === 413 || tooLong.test(detailsOf(error))) {
    return new UnusableAnswerError("the request is longer than the model can read", { cause: error });
  }
  return new UnansweredError(`the server does not accept the request: ${messageOf(error)}`, { cause: error });
}

/** Nothing came back, or nothing that could be read. */
function brokenCall(error: unknown): CallFailure {
  const code = systemCode(error);
  if (code !== undefined && unreachable.has(code)) {
    return new CallFailure("unreachable", `the connection failed (${code})`, { cause: error });
  }
  return new CallFailure(
    "failed",
    code === undefined ? "the answer could not be read" : `the connection broke (${code})`,
    { cause: error },
  );
}

function systemCode(error: unknown): string | undefined {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    const { code, errors } = cause as { code?: unknown; errors?: unknown };
    if (typeof code === "string") return code;
    // A name with several addresses fails with the errors of all of them.
    if (Array.isArray(errors)) return systemCode(errors[0]);
  }
  return undefined;
}

function detailsOf({ message, responseBody }: APICallError): string {
  return `${message} ${responseBody ?? ""}`;
}

const longestMessage = 200;

function messageOf({ message, statusCode }: APICallError): string {
  const line = message.replaceAll(/\s+/g, " ").trim().replace(/\.$/, "") || `status ${statusCode}`;
  return line.length > longestMessage ? `${line.slice(0, longestMessage)}…` : line;
}
