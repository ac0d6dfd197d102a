import "server-only";
import { PROBLEM_BASE, PROBLEMS, type Problem, type ProblemSlug } from "@/lib/contracts/problem";
import { DomainError } from "@/lib/domain/errors";
import { Refusal } from "@/lib/http/refusal";

/** Where a problem happened: the path asked and the request's id. */
export type ProblemPlace = { instance: string; requestId: string };

const isSlug = (code: string): code is ProblemSlug => Object.hasOwn(PROBLEMS, code);

/** What is told of an error: refusals as they are, anything unforeseen as `internal` without a word more. */
export function problemOf(error: unknown, { instance, requestId }: ProblemPlace): Problem {
  const known = error instanceof DomainError && isSlug(error.code) ? error : null;
  const slug = known ? (known.code as ProblemSlug) : "internal";
  const { status, title } = PROBLEMS[slug];
  return {
    type: PROBLEM_BASE + slug,
    title,
    status,
    detail: known?.message ?? "The error was recorded; name the request_id when you report it.",
    instance,
    request_id: requestId,
    ...(known && known.fields.length > 0 ? { errors: [...known.fields] } : {}),
    ...known?.extra,
  };
}

const RETRY_SOON = { "retry-after": "1" };
const CHALLENGE = { "www-authenticate": 'Bearer realm="headroom"' };

/** The headers that go with an error. */
export function problemHeaders(error: unknown): Readonly<Record<string, string>> {
  if (error instanceof Refusal) return error.headers;
  if (!(error instanceof DomainError)) return {};
  if (error.code === "unavailable") return RETRY_SOON;
  return error.code === "unauthenticated" ? CHALLENGE : {};
}

export const isUnforeseen = (error: unknown): boolean =>
  !(error instanceof DomainError && isSlug(error.code));
