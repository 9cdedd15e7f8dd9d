/** Google says in the body what others say in a header. */
const bodyDelay = /"retryDelay"\s*:\s*"(\d+(?:\.\d+)?)s"/;

/**
 * How many milliseconds a server asks to be left alone: `retry-after-ms`, `retry-after` in seconds or as a date (RFC
 * 9110, section 10.2.3), or the `retryDelay` of Google's error body.
 */
export function retryAfter(
  headers: Readonly<Record<string, string>> | undefined,
  body: string | undefined,
  wallClock: number,
): number | undefined {
  const milliseconds = numberIn(headers?.["retry-after-ms"]);
  if (milliseconds !== undefined) return milliseconds;
  const after = headers?.["retry-after"];
  const seconds = numberIn(after) ?? numberIn(bodyDelay.exec(body ?? "")?.[1]);
  if (seconds !== undefined) return seconds * 1000;
  const date = after === undefined ? Number.NaN : Date.parse(after);
  return Number.isNaN(date) ? undefined : Math.max(0, date - wallClock);
}

function numberIn(text: string | undefined): number | undefined {
  return text !== undefined && /^\s*\d+(\.\d+)?\s*$/.test(text) ? Number(text) : undefined;
}
