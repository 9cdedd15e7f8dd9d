import type { GenerationRequest } from "../language-model.ts";
import { callOptions } from "./call-options.ts";
import type { ModelSource } from "./model-source.ts";

/** An HTTP call as it would be made. */
export interface WrittenCall {
  url: string;
  headers: RequestInit["headers"];
  body: string;
}

const unsent = new AbortController().signal;

/** The call that a model would make for a request: written, and not made. */
export async function writtenCall(source: ModelSource, request: GenerationRequest): Promise<WrittenCall> {
  const { promise, resolve, reject } = Promise.withResolvers<WrittenCall>();
  const model = await source.load(async (url, { headers, body } = {}) => {
    resolve({ url: String(url), headers, body: body as string });
    throw new Error("the call is written, and that is all");
  });
  model.doGenerate(callOptions(request, source, unsent)).then(undefined, reject);
  return promise;
}
