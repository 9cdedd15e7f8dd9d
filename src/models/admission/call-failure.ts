import { ErrataError } from "../../foundation/errors.ts";

/**
 * What a failed call says about its endpoint.
 * - `refused`: too much was asked at once. The call waits and is sent again; that it was refused is not held against it.
 * - `failed`: the endpoint or the way to it is disturbed. The call is sent again a bounded number of times.
 * - `timed-out`: as `failed`, and a sign of too much load.
 * - `unreachable`: nobody is there. As `failed`, once the endpoint has answered at all.
 */
export type CallFailureKind = "refused" | "failed" | "timed-out" | "unreachable";

/** A call that is worth sending again: how adapters tell admission about a failure. */
export class CallFailure extends ErrataError {
  override readonly name = "CallFailure";
  readonly isCallFailure = true;
  readonly kind: CallFailureKind;
  /** How long the endpoint asks to be left alone. */
  readonly retryAfterMilliseconds: number | undefined;

  constructor(
    kind: CallFailureKind,
    message: string,
    options: { advice?: string; cause?: unknown; retryAfterMilliseconds?: number | undefined } = {},
  ) {
    super(message, options);
    this.kind = kind;
    this.retryAfterMilliseconds = options.retryAfterMilliseconds;
  }

  static override isInstance(error: unknown): error is CallFailure {
    return error instanceof Error && "isCallFailure" in error;
  }
}
