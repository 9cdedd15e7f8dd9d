import { describe, expect, it } from "vitest";
import { retryAfter } from "./retry-after.ts";

const wallClock = Date.parse("2026-01-01T00:00:00Z");

describe("retryAfter", () => {
  it.each([
    [{ "retry-after": "3" }, "", 3000],
    [{ "retry-after": "0.5" }, "", 500],
    [{ "retry-after-ms": "250", "retry-after": "1" }, "", 250],
    [{ "retry-after": "Thu, 01 Jan 2026 00:00:20 GMT" }, "", 20_000],
    [{ "retry-after": "Wed, 31 Dec 2025 00:00:00 GMT" }, "", 0],
    [{}, '{"error":{"details":[{"retryDelay": "34.5s"}]}}', 34_500],
    [{ "retry-after": "soon" }, "", undefined],
    [{}, "", undefined],
  ])("reads %j and %j as %s", (headers, body, expected) => {
    expect(retryAfter(headers, body, wallClock)).toBe(expected);
  });
});
