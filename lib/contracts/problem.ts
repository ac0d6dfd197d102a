import { z } from "zod";

/** Every way the API says no, with its status and title; the slug ends the problem's `type`. */
export const PROBLEMS = {
  "malformed-json": { status: 400, title: "The body is not JSON" },
  "idempotency-key-missing": { status: 400, title: "An Idempotency-Key is required" },
  unauthenticated: { status: 401, title: "No valid API key" },
  forbidden: { status: 403, title: "Not permitted" },
  "not-found": { status: 404, title: "Not found" },
  "method-not-allowed": { status: 405, title: "Method not allowed" },
  conflict: { status: 409, title: "In conflict with the present state" },
  "idempotency-in-flight": { status: 409, title: "The first request is still running" },
  "limit-request-open": { status: 409, title: "A request for this limit is open" },
  "reservation-final": { status: 409, title: "The reservation is final" },
  "payload-too-large": { status: 413, title: "The body is too large" },
  "unsupported-media-type": { status: 415, title: "The body must be application/json" },
  "validation-failed": { status: 422, title: "The request has faults" },
  "idempotency-key-reused": { status: 422, title: "The Idempotency-Key was used otherwise" },
  "card-number-not-accepted": { status: 422, title: "Card numbers are not accepted" },
  "rate-limited": { status: 429, title: "Too many requests" },
  internal: { status: 500, title: "Something went wrong on our side" },
  unavailable: { status: 503, title: "Could not decide in time" },
} as const;
export type ProblemSlug = keyof typeof PROBLEMS;

export const PROBLEM_BASE = "https://headroom.dev/problems/";

const fieldFault = z.object({
  pointer: z.string().meta({
    description: 'JSON pointer to the field at fault; "" is the whole body.',
    examples: ["/amount/value"],
  }),
  code: z.string().meta({
    description: "What is wrong, for machines.",
    examples: ["required", "unknown_field", "wrong_type", "too_big"],
  }),
  detail: z.string().meta({ description: "What is wrong, for developers; never the value sent." }),
});

/** RFC 9457 problem details, as every error answers. */
export const problem = z
  .object({
    type: z.string().meta({
      description: "Names the kind of problem; ends in its slug.",
      enum: Object.keys(PROBLEMS).map((slug) => PROBLEM_BASE + slug),
    }),
    title: z.string(),
    status: z.int().min(400).max(599),
    detail: z.string(),
    instance: z.string().meta({ description: "The path that was asked." }),
    request_id: z.string().meta({ description: "The same as in X-Request-Id." }),
    errors: z
      .array(fieldFault)
      .min(1)
      .optional()
      .meta({ description: "Where fields are at fault: each of them." }),
    limit_request_id: z
      .string()
      .optional()
      .meta({ description: "With `limit-request-open`: the open request." }),
  })
  .meta({ id: "Problem", description: "RFC 9457 problem details." });
export type Problem = z.infer<typeof problem>;
