import { ErrataError, UnansweredError } from "../../foundation/errors.ts";
import { type Admissions, CallFailure, EndpointLimits } from "../../models/admission/index.ts";
import { failedCall, failureOf, nodeFetch, readApiKey, type Variables } from "../../models/ai-sdk/index.ts";

/** One HTTP request, its path below the base URL; gives the JSON of the answer. */
export type Http = (
  path: string,
  init: { method: "GET" | "POST"; headers?: Record<string, string>; body?: string | Buffer },
) => Promise<unknown>;

/** Makes an attempt of one or more requests, and makes it again where it failed in a way that may pass. */
export type Attempts = <Result>(
  attempt: (http: Http) => Promise<Result>,
  signal: AbortSignal | undefined,
) => Promise<Result>;

/** Where a provider is, and what it is called in messages. */
export interface ProviderPlace {
  name: string;
  baseUrl: string;
  apiKeyVariable: string;
  variables: Variables;
}

/**
 * Requests to a provider, waited for and repeated as calls to models are. Throws an `ErrataError` with what to do where
 * repeating does not help.
 */
export function createAttempts(
  { name, baseUrl, apiKeyVariable, variables }: ProviderPlace,
  admissions: Admissions,
): Attempts {
  const place = { name, apiKeyVariable };
  const admission = admissions.announce(
    `${baseUrl} ${apiKeyVariable} fine-tuning`,
    name,
    EndpointLimits.parse({}),
  );

  const send = async (signal: AbortSignal, ...[path, init]: Parameters<Http>): Promise<unknown> => {
    const authorization = `Bearer ${readApiKey(variables, apiKeyVariable, name)}`;
    const url = `${baseUrl}${path}`;
    try {
      const headers = { authorization, ...init.headers };
      const response = await nodeFetch(url, { ...init, headers, signal } as RequestInit);
      const text = await response.text();
      if (!response.ok) throw failedCall(url, response, text);
      return jsonOf(text);
    } catch (error) {
      throw failureOf(error, place);
    }
  };

  return async (attempt, signal) => {
    try {
      return await admission().admit({
        send: (signalOfTry) => attempt((...request) => send(signalOfTry, ...request)),
        estimatedTokens: 0,
        usedTokens: () => 0,
        signal,
      });
    } catch (error) {
      if (!UnansweredError.isInstance(error)) throw error;
      throw new ErrataError(`${name} could not be asked about the training: ${error.message}.`, {
        advice: "Run the same command again once that is corrected: what is under way there is found again.",
        cause: error,
      });
    }
  };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new CallFailure("failed", "the server answered with something that is no JSON", { cause });
  }
}
