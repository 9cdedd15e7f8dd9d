import { setTimeout as sleep } from "node:timers/promises";
import { ErrataError } from "../../foundation/errors.ts";
import { matchesChecksum } from "./checksum.ts";
import { followRedirects, type Statement } from "./follow-redirects.ts";
import { refusal } from "./refusal.ts";

export interface DownloadRequest {
  readonly url: string;
  /** Sent to the host of `url` alone, never to where it redirects. */
  readonly token: string | null;
  /** SHA-256 that the bytes must have, where it is known beforehand. */
  readonly sha256?: string | undefined;
  /** Whether the host states checksums, as the Hugging Face hub does. */
  readonly hostStatesChecksum: boolean;
}

export interface DownloadOptions {
  /** Called with every piece: bytes so far, and in all where that is known. */
  readonly onProgress?: (bytes: number, total: number | null) => void;
  /** Waits some milliseconds between attempts. */
  readonly pause?: (milliseconds: number) => Promise<unknown>;
}

const attempts = 4;
const firstPause = 1000;
const longestPause = 60_000;
/** For one attempt, from its beginning to its last byte, in milliseconds. */
const timeLimit = 300_000;

/** What an attempt came to: the bytes, or why it is worth another one, and when the host says that is. */
type Attempt = { bytes: Uint8Array } | { failure: string; cause?: unknown; retryAfter?: number | undefined };

/**
 * Downloads a file of a few megabytes and checks it. Interrupted connections, overloaded servers and cut files are tried
 * again; a refusal or a wrong checksum is not.
 *
 * @throws ErrataError that says what happened and what can be done.
 */
export async function download(request: DownloadRequest, options: DownloadOptions = {}): Promise<Uint8Array> {
  const { pause = sleep } = options;
  for (let attempt = 1; ; attempt++) {
    const outcome = await attemptDownload(request, options);
    if ("bytes" in outcome) return outcome.bytes;
    if (attempt === attempts) throw exhausted(request.url, outcome.failure, outcome.cause);
    await pause(Math.min(outcome.retryAfter ?? firstPause * 2 ** (attempt - 1), longestPause));
  }
}

async function attemptDownload(request: DownloadRequest, { onProgress }: DownloadOptions): Promise<Attempt> {
  const signal = AbortSignal.timeout(timeLimit);
  try {
    const { response, statement } = await followRedirects(request.url, { token: request.token, signal });
    if (!response.ok) return await refused(response, request);
    const total = statement.bytes ?? numberOf(response.headers.get("content-length"));
    const bytes = await readBody(response, total, onProgress);
    return checked(bytes, statement, request);
  } catch (cause) {
    if (ErrataError.isInstance(cause)) throw cause;
    return { failure: reasonOf(cause), cause };
  }
}

async function refused(response: Response, request: DownloadRequest): Promise<Attempt> {
  await response.body?.cancel();
  const { status, headers } = response;
  if (status !== 429 && status !== 408 && status < 500)
    throw refusal(response, request.url, request.token !== null);
  const seconds = numberOf(headers.get("retry-after"));
  return {
    failure: `the server answered ${status} ${response.statusText}`.trimEnd(),
    retryAfter: seconds === null ? undefined : seconds * 1000,
  };
}

async function readBody(
  response: Response,
  total: number | null,
  onProgress: DownloadOptions["onProgress"],
): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let bytes = 0;
  for await (const piece of response.body ?? []) {
    pieces.push(piece);
    bytes += piece.length;
    onProgress?.(bytes, total);
  }
  return Buffer.concat(pieces);
}

function checked(bytes: Uint8Array, statement: Statement, request: DownloadRequest): Attempt {
  if (statement.bytes !== null && bytes.length !== statement.bytes) {
    return { failure: `it ended after ${bytes.length} of ${statement.bytes} bytes` };
  }
  const stated = request.hostStatesChecksum ? statement.checksum : null;
  const checksum = request.sha256 ?? stated;
  if (checksum !== null && !matchesChecksum(bytes, checksum)) {
    throw new ErrataError(`${request.url} is not the file it should be: its checksum is not ${checksum}.`, {
      advice:
        "Something on the way may have replaced it (a proxy, a login page), or the mirror holds another version. Nothing was kept.",
    });
  }
  return { bytes };
}

const numberOf = (header: string | null): number | null =>
  header !== null && /^\d+$/.test(header) ? Number(header) : null;

/** The reason that fetch hides behind "fetch failed". */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error.name === "TimeoutError") return `it took more than ${timeLimit / 60_000} minutes`;
  return error.cause instanceof Error ? error.cause.message || error.message : error.message;
}

function exhausted(url: string, failure: string, cause: unknown): ErrataError {
  return new ErrataError(`${url} could not be downloaded, tried ${attempts} times: ${failure}.`, {
    advice:
      "Check the connection and try again; HF_ENDPOINT and ERRATA_GITHUB_ENDPOINT name mirrors, and with ERRATA_DATA_DIR data is read from a folder.",
    cause,
  });
}
