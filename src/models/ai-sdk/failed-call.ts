import { APICallError } from "@ai-sdk/provider";
import { z } from "zod";

const ErrorBody = z.union([
  z.object({ error: z.object({ message: z.string() }) }).transform(({ error }) => error.message),
  z.object({ message: z.string() }).transform(({ message }) => message),
]);

/** A response that is no answer, as the AI SDK's own providers tell it: in the server's words where it has some. */
export function failedCall(
  url: string,
  response: Response,
  responseBody: string,
  cause?: unknown,
): APICallError {
  return new APICallError({
    message: ErrorBody.safeParse(parseJson(responseBody)).data ?? response.statusText,
    url,
    requestBodyValues: {},
    statusCode: response.status,
    responseHeaders: Object.fromEntries(response.headers),
    responseBody,
    cause,
  });
}

/** Undefined where the text is no JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
