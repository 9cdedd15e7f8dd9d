import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { startLocalServer } from "../../foundation/local-server.fixture.ts";
import { sha256 } from "./checksum.ts";
import { type DownloadOptions, type DownloadRequest, download } from "./download.ts";
import { type Fault, type Hub, startHub } from "./hub.fixture.ts";

let hub: Hub;
beforeEach(async () => {
  hub = await startHub();
});
afterEach(() => hub.close());

const bytes = Uint8Array.from({ length: 70_000 }, (_, index) => (index * 31) % 251);
const path = "/datasets/owner/name/resolve/abc/train.jsonl";

/** Downloads the file, without waiting between attempts. */
async function get(request: Partial<DownloadRequest> = {}, options: DownloadOptions = {}) {
  const pauses: number[] = [];
  const outcome = await download(
    { url: `${hub.origin}${path}`, token: null, hostStatesChecksum: true, ...request },
    { pause: async (milliseconds) => pauses.push(milliseconds), ...options },
  ).catch((error: Error) => error);
  return { outcome, pauses };
}

describe.each([
  { kind: "small", isLarge: false },
  { kind: "large", isLarge: true },
])("download of a $kind file", ({ isLarge }) => {
  beforeEach(() => {
    hub.files.set(path, { bytes, isLarge });
  });

  it("gives its bytes and tells how far it is", async () => {
    const told: [number, number | null][] = [];
    const { outcome } = await get({}, { onProgress: (...progress) => told.push(progress) });
    expect(outcome).toEqual(Buffer.from(bytes));
    expect(told.at(-1)).toEqual([70_000, 70_000]);
  });

  it.each<[Fault, number[]]>([
    ["cut", [1000]],
    ["hang up", [1000]],
    [{ status: 503 }, [1000]],
    [{ status: 429, headers: { "retry-after": "7" } }, [7000]],
    [{ status: 429, headers: { "retry-after": "86400" } }, [60_000]],
  ])("tries again after %j, no sooner than it is told", async (fault, expected) => {
    hub.faults.push(fault);
    const { outcome, pauses } = await get();
    expect(outcome).toEqual(Buffer.from(bytes));
    expect(pauses).toEqual(expected);
  });

  it("gives up after four attempts, and says why", async () => {
    hub.faults.push("cut", { status: 500 }, "hang up", { status: 502 });
    const { outcome, pauses } = await get();
    expect(outcome).toMatchObject({
      message: expect.stringContaining("tried 4 times: the server answered 502"),
    });
    expect(pauses).toEqual([1000, 2000, 4000]);
  });

  it.each([
    ["the checksum that the host states", undefined],
    ["the checksum that is known", sha256(bytes)],
  ])("refuses other bytes by %s, at once", async (_, known) => {
    hub.faults.push("other bytes");
    const { outcome, pauses } = await get({ sha256: known });
    expect(outcome).toMatchObject({ message: expect.stringContaining("is not the file it should be") });
    expect(pauses).toEqual([]);
  });

  it("shows the token to the hub alone", async () => {
    await get({ token: "hf_secret" });
    expect(hub.requests.map(({ server, authorization }) => [server, authorization])).toEqual([
      ["hub", "Bearer hf_secret"],
      ...(isLarge ? [["storage", undefined]] : []),
    ]);
  });
});

describe("download", () => {
  it.each<[Fault, string | null, RegExp, RegExp]>([
    [
      { status: 401, headers: { "x-error-code": "GatedRepo" } },
      null,
      /accepted its conditions/,
      /set HF_TOKEN/,
    ],
    [
      { status: 403, headers: { "x-error-code": "GatedRepo" } },
      "t",
      /accepted its conditions/,
      /whose token/,
    ],
    [{ status: 401, headers: { "x-error-code": "RepoNotFound" } }, null, /may not be read/, /needs HF_TOKEN/],
    [{ status: 401 }, "t", /may not be read/, /HF_TOKEN is wrong or has expired/],
    [{ status: 404, headers: { "x-error-code": "RevisionNotFound" } }, null, /RevisionNotFound/, /withdrawn/],
    [{ status: 418 }, null, /refused \(418/, /proxy/],
  ])("does not insist on %j", async (fault, token, message, advice) => {
    hub.files.set(path, { bytes });
    hub.faults.push(fault);
    const { outcome, pauses } = await get({ token });
    expect(outcome).toMatchObject({
      message: expect.stringMatching(message),
      advice: expect.stringMatching(advice),
    });
    expect(String(outcome)).not.toContain("Bearer");
    expect(pauses).toEqual([]);
  });

  it("follows a repository that was renamed, and keeps the token", async () => {
    hub.files.set("/datasets/new/name/resolve/abc/train.jsonl", { bytes });
    hub.files.set(path, { bytes });
    hub.faults.push({ status: 307, headers: { location: "/datasets/new/name/resolve/abc/train.jsonl" } });
    expect((await get({ token: "t" })).outcome).toEqual(Buffer.from(bytes));
    expect(hub.requests.map(({ authorization }) => authorization)).toEqual(["Bearer t", "Bearer t"]);
  });

  it("does not follow redirects for ever", async () => {
    hub.files.set(path, { bytes });
    hub.faults.push(...Array<Fault>(9).fill({ status: 302, headers: { location: path } }));
    expect((await get()).outcome).toMatchObject({
      message: expect.stringContaining("redirects more than 8"),
    });
  });

  it("takes no tag of a host for a checksum that states none", async () => {
    const tagged = await startLocalServer((_, response) =>
      response.setHeader("etag", `W/"${"0".repeat(64)}"`).end("hello"),
    );
    const url = `${tagged.origin}/file`;
    const { outcome } = await get({ url, hostStatesChecksum: false });
    expect(outcome).toEqual(Buffer.from("hello"));
    await tagged.close();
  });

  it("says that nobody answers", async () => {
    await hub.close();
    const { outcome } = await get();
    expect(outcome).toMatchObject({
      message: expect.stringMatching(/tried 4 times: .*ECONNREFUSED/),
      advice: expect.stringContaining("ERRATA_DATA_DIR"),
    });
    hub = await startHub();
  });
});
