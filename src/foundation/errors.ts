/**
 * A failure that a person can act on: what happened, where, and what to do.
 *
 * `instanceof` fails across copies of the package, so the class carries a marker of its own.
 */
export class ErrataError extends Error {
  override readonly name: string = "ErrataError";
  readonly isErrataError = true;
  /** What the person can do about it, as one sentence. */
  readonly advice: string | undefined;

  constructor(message: string, options: { advice?: string; cause?: unknown } = {}) {
    super(message, { cause: options.cause });
    this.advice = options.advice;
  }

  static isInstance(error: unknown): error is ErrataError {
    return error instanceof Error && "isErrataError" in error;
  }
}

/**
 * No answer to one item, however often it was asked for: a service that is down or overloaded, a broken connection. The
 * item fails with this reason and the run goes on; the next run asks again.
 */
export class UnansweredError extends ErrataError {
  override readonly name = "UnansweredError";
  readonly isUnanswered = true;

  static override isInstance(error: unknown): error is UnansweredError {
    return error instanceof Error && "isUnanswered" in error;
  }
}

/**
 * An answer to one item that cannot be used. The item fails with this reason and the run goes on; asking again would
 * give the same answer.
 */
export class UnusableAnswerError extends ErrataError {
  override readonly name = "UnusableAnswerError";
  readonly isUnusableAnswer = true;

  static override isInstance(error: unknown): error is UnusableAnswerError {
    return error instanceof Error && "isUnusableAnswer" in error;
  }
}
