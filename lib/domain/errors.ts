/** One fault of the input: a JSON pointer, a machine code and a detail for the developer. */
export type FieldError = { pointer: string; code: string; detail: string };

/** A refusal that callers can act on; `code` is the problem slug of the contract. */
export class DomainError extends Error {
  override readonly name: string = "DomainError";
  constructor(
    readonly code: string,
    message: string,
    readonly fields: readonly FieldError[] = [],
    readonly extra: Readonly<Record<string, unknown>> = {},
  ) {
    super(message);
  }
}

export class UnauthenticatedError extends DomainError {
  constructor(message = "Sign in or send a valid API key.") {
    super("unauthenticated", message);
  }
}

export class ForbiddenError extends DomainError {
  constructor(message = "This is not permitted.") {
    super("forbidden", message);
  }
}

/** Missing, or another merchant's: the two are never told apart. */
export class NotFoundError extends DomainError {
  constructor(message = "There is no such record.") {
    super("not-found", message);
  }
}

/** The state of the record does not allow it, or another writer was first. */
export class ConflictError extends DomainError {
  constructor(message: string, code = "conflict", extra: Record<string, unknown> = {}) {
    super(code, message, [], extra);
  }
}

/** One request may be open per limit; names the open one. */
export class LimitRequestOpenError extends ConflictError {
  constructor(limitRequestId: string) {
    super("A request for this limit is already open.", "limit-request-open", {
      limit_request_id: limitRequestId,
    });
  }
}

/** The limit no longer stands as it was shown before it was asked about. */
export class LimitMovedError extends ConflictError {
  constructor() {
    super("This limit is no longer as you saw it; nothing was asked.", "limit-moved");
  }
}

export class InvalidError extends DomainError {
  constructor(fields: readonly FieldError[], message = "The request has faults; see errors.") {
    super("validation-failed", message, fields);
  }
}

/** The database did not answer in time, or its answer was lost: nothing was decided. */
export class UnavailableError extends DomainError {
  constructor(message = "The answer did not come in time; nothing was decided. Try again.") {
    super("unavailable", message);
  }
}

/** The person must give the password again before this; the portal asks and tries once more. */
export class FreshPasswordNeededError extends DomainError {
  constructor(message = "Give your password again to go on.") {
    super("fresh-password-needed", message);
  }
}

/** Wrong e-mail or password; never says which, nor whether the account exists. */
export class SignInRefusedError extends DomainError {
  constructor(message = "The e-mail or the password is not right.") {
    super("sign-in-refused", message);
  }
}

/** Too many failures for this account, real or not, from this address. */
export class SignInPausedError extends DomainError {
  constructor(message = "Too many attempts; sign-in pauses for 30 minutes.") {
    super("sign-in-paused", message);
  }
}
