import { randomUUID } from "node:crypto";

/** A file of requests, as a form with the purpose `batch` (RFC 7578). */
export function formOf(lines: Iterable<string>): { body: Buffer; contentType: string } {
  const boundary = `errata-${randomUUID()}`;
  const head = [
    `--${boundary}`,
    'Content-Disposition: form-data; name="purpose"',
    "",
    "batch",
    `--${boundary}`,
    'Content-Disposition: form-data; name="file"; filename="requests.jsonl"',
    "Content-Type: application/jsonl",
    "",
    "",
  ].join("\r\n");
  const file = [...lines].map((line) => Buffer.from(`${line}\n`));
  return {
    body: Buffer.concat([Buffer.from(head), ...file, Buffer.from(`\r\n--${boundary}--\r\n`)]),
    contentType: `multipart/form-data; boundary=${boundary}`,
  };
}
