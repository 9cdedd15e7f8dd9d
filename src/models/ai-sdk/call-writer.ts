import { AsyncLocalStorage } from "node:async_hooks";
import type { Generation, GenerationRequest } from "../language-model.ts";
import type { ModelSource } from "./model-source.ts";
import { createSendRequest } from "./send-request.ts";

/** An HTTP call as it would be made. */
export interface WrittenCall {
  url: string;
  headers: RequestInit["headers"];
  body: string;
}

/** Writes a model's calls and reads the answers to them; to carry them is somebody else's part. */
export interface CallWriter {
  write(request: GenerationRequest): Promise<WrittenCall>;
  /** Throws what `AdmittedCall.send` may throw. */
  read(request: GenerationRequest, response: Response): Promise<Generation>;
}

const unaborted = new AbortController().signal;

/** Calls are written, and answers read, by the model itself: it is handed a `fetch` that sends nothing. */
export function createCallWriter(source: ModelSource): CallWriter {
  const exchanges = new AsyncLocalStorage<(call: WrittenCall) => Response>();
  const send = createSendRequest(source, async (url, { headers, body } = {}) =>
    exchanges.getStore()!({ url: String(url), headers, body: body as string }),
  );
  return {
    async write(request) {
      let written: WrittenCall | undefined;
      const keep = (call: WrittenCall): Response => {
        written = call;
        throw new Error("the call is written, and that is all");
      };
      try {
        await exchanges.run(keep, () => send(request, unaborted));
      } catch (error) {
        if (!written) throw error;
      }
      return written!;
    },
    read: (request, response) =>
      exchanges.run(
        () => response,
        () => send(request, unaborted),
      ),
  };
}
