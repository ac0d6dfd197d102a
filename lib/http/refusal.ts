import "server-only";
import type { ProblemSlug } from "@/lib/contracts/problem";
import { DomainError, type FieldError } from "@/lib/domain/errors";

/** A refusal of the edge itself, with the headers that go with it. */
export class Refusal extends DomainError {
  override readonly name = "Refusal";
  constructor(
    readonly slug: ProblemSlug,
    message: string,
    options: { fields?: readonly FieldError[]; headers?: Readonly<Record<string, string>> } = {},
  ) {
    super(slug, message, options.fields);
    this.headers = options.headers ?? {};
  }
  readonly headers: Readonly<Record<string, string>>;
}
