import { ErrataError } from "../../foundation/errors.ts";

/** What a host says of a file before it sends it, or sends to where it lies. */
export interface Statement {
  /** SHA-256 (64 hexadecimal digits) or git blob (40). */
  readonly checksum: string | null;
  readonly bytes: number | null;
}

const mostRedirects = 8;

/**
 * Gets a file through its host's redirects. The Hugging Face hub states a file's checksum and size on its own answer,
 * and not on that of the storage it redirects to, so that redirects are followed here; the token stays with the host.
 */
export async function followRedirects(
  address: string,
  { token, signal }: { token: string | null; signal: AbortSignal },
): Promise<{ response: Response; statement: Statement }> {
  const host = new URL(address).origin;
  let statement: Statement = { checksum: null, bytes: null };
  let url = new URL(address);
  for (let redirects = 0; redirects <= mostRedirects; redirects++) {
    const isHost = url.origin === host;
    const headers = {
      // A compressed body would have another length than the file.
      "accept-encoding": "identity",
      ...(token !== null && isHost ? { authorization: `Bearer ${token}` } : {}),
    };
    const response = await fetch(url, { headers, redirect: "manual", signal });
    if (isHost) statement = { ...statement, ...statementOf(response.headers) };
    const location = response.headers.get("location");
    if (response.status < 300 || response.status >= 400 || location === null) return { response, statement };
    await response.body?.cancel();
    url = new URL(location, url);
  }
  throw new ErrataError(`${address} redirects more than ${mostRedirects} times.`, {
    advice: "Check HF_ENDPOINT, ERRATA_GITHUB_ENDPOINT and the proxy.",
  });
}

/** Only what is stated: a later answer does not take back what an earlier one said. */
function statementOf(headers: Headers): Partial<Statement> {
  const etag = headers.get("x-linked-etag") ?? headers.get("etag");
  const checksum = /^(?:W\/)?"?([0-9a-f]{64}|[0-9a-f]{40})"?$/.exec(etag ?? "")?.[1];
  const size = headers.get("x-linked-size");
  return { ...(checksum ? { checksum } : {}), ...(size ? { bytes: Number(size) } : {}) };
}
