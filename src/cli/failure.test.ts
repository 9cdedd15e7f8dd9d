import { describe, expect, it } from "vitest";
import { ErrataError } from "../foundation/errors.ts";
import { describeFailure } from "./failure.ts";

const systemError = (more: object) => Object.assign(new Error("it failed"), more);

describe("describeFailure", () => {
  it("tells an ErrataError as it is", () => {
    expect(describeFailure(new ErrataError("No.", { advice: "Do." }))).toEqual({
      message: "No.",
      advice: "Do.",
      unexpected: false,
    });
  });

  it.each([
    [{ code: "ENOSPC" }, "disk is full", "goes on"],
    [{ code: "ERR_SQLITE_ERROR", errcode: 13 }, "disk is full", "goes on"],
    [{ code: "EACCES", path: "/x" }, "/x may not be read or written", "permissions"],
    [{ code: "ERR_SQLITE_ERROR", errcode: 8 + 256 }, "cannot be opened or written", "folder"],
    [{ code: "ERR_SQLITE_ERROR", errcode: 26 }, "damaged", "copy"],
  ])("says of %j what to do", (error, message, advice) => {
    const failure = describeFailure(systemError(error));
    expect(failure.message).toContain(message);
    expect(failure.advice).toContain(advice);
    expect(failure.unexpected).toBe(false);
  });

  it("asks to report anything else", () => {
    const failure = describeFailure(new TypeError("x is not a function"));
    expect(failure).toMatchObject({ unexpected: true, advice: expect.stringContaining("--verbose") });
    expect(failure.message).toContain("x is not a function");
  });
});
