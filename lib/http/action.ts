import "server-only";
import { unstable_rethrow } from "next/navigation";
import type { z } from "zod";
import { readRequestFacts, type RequestFacts } from "@/lib/auth/request-facts";
import {
  merchantOf,
  type MerchantSession,
  optionalSession,
  type Session,
} from "@/lib/auth/session";
import {
  DomainError,
  ForbiddenError,
  InvalidError,
  UnauthenticatedError,
} from "@/lib/domain/errors";
import type { ActionProblem, ActionResult } from "@/lib/contracts/action-result";
import { assertNoCardNumber, assertSpeakable } from "@/lib/http/form-guard";
import { logger } from "@/lib/platform/logger";

type Action<Schema extends z.ZodType, T> = (input: z.input<Schema>) => Promise<ActionResult<T>>;

const pointerOf = (path: readonly PropertyKey[]) =>
  path.map((part) => `/${String(part).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");

function parse<Schema extends z.ZodType>(schema: Schema, input: unknown): z.output<Schema> {
  assertNoCardNumber(input);
  assertSpeakable(input);
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  throw new InvalidError(
    parsed.error.issues.map((issue) => ({
      pointer: pointerOf(issue.path),
      code: issue.code,
      detail: issue.message,
    })),
  );
}

function problemOf(error: unknown, requestId: string): ActionProblem {
  if (error instanceof DomainError) {
    return { code: error.code, fields: error.fields, extra: error.extra, requestId };
  }
  logger.error({ err: error, requestId }, "server action failed");
  return { code: "internal", fields: [], extra: {}, requestId };
}

async function answer<T>(requestId: string, run: () => Promise<T>): Promise<ActionResult<T>> {
  try {
    return { ok: true, data: await run() };
  } catch (error) {
    unstable_rethrow(error);
    return { ok: false, problem: problemOf(error, requestId) };
  }
}

/** A server action for whoever is signed in: session, strict input, then the use-case's answer. */
export function action<Schema extends z.ZodType, T>(
  schema: Schema,
  run: (session: Session, input: z.output<Schema>) => Promise<T>,
): Action<Schema, T> {
  return async (input) => {
    const { requestId } = await readRequestFacts();
    return answer(requestId, async () => {
      const session = await optionalSession();
      if (!session) throw new UnauthenticatedError();
      return run(session, parse(schema, input));
    });
  };
}

/** A server action of a merchant's pages; it acts for the merchant whose pages are shown. */
export function merchantAction<Schema extends z.ZodType, T>(
  schema: Schema,
  run: (session: MerchantSession, input: z.output<Schema>) => Promise<T>,
): Action<Schema, T> {
  return action(schema, async (session, input) => {
    const merchant = await merchantOf(session);
    if (!merchant) throw new ForbiddenError();
    return run(merchant, input);
  });
}

/** A server action that needs nobody signed in. */
export function publicAction<Schema extends z.ZodType, T>(
  schema: Schema,
  run: (facts: RequestFacts, input: z.output<Schema>) => Promise<T>,
): Action<Schema, T> {
  return async (input) => {
    const facts = await readRequestFacts();
    return answer(facts.requestId, () => run(facts, parse(schema, input)));
  };
}
