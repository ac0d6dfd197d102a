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
  ConflictError,
  DomainError,
  ForbiddenError,
  InvalidError,
  UnauthenticatedError,
} from "@/lib/domain/errors";
import type { ActionProblem, ActionResult } from "@/lib/contracts/action-result";
import { assertNoCardNumber, assertSpeakable } from "@/lib/http/form-guard";
import { logger } from "@/lib/platform/logger";
import { getMerchant } from "@/lib/use-cases/merchants/get-merchant";

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

async function signedIn(): Promise<Session> {
  const session = await optionalSession();
  if (!session) throw new UnauthenticatedError();
  return session;
}

/** A server action for whoever is signed in: session, strict input, then the use-case's answer. */
export function action<Schema extends z.ZodType, T>(
  schema: Schema,
  run: (session: Session, input: z.output<Schema>) => Promise<T>,
): Action<Schema, T> {
  return async (input) => {
    const { requestId } = await readRequestFacts();
    return answer(requestId, async () => {
      return run(await signedIn(), parse(schema, input));
    });
  };
}

/**
 * Throws unless the page an action was sent from shows the merchant the session acts for; in
 * another tab the person may have chosen another one since.
 */
async function assertShown({ ctx, merchantId, merchantIds }: MerchantSession, shown: unknown) {
  if (shown === merchantId) return;
  if (!merchantIds.some((own) => own === shown)) throw new ForbiddenError();
  const { merchant } = await getMerchant(ctx, merchantId);
  throw new ConflictError("Another merchant was chosen in another tab.", "merchant-switched", {
    merchant: merchant.tradingName,
  });
}

/** Not for a page as it is: `forMerchant` says first which merchant the page shows. */
type MerchantAction<Input, T> = (shown: string, input: Input) => Promise<ActionResult<T>>;

/** A server action of a merchant's pages; it acts for the merchant its page shows, or not at all. */
export function merchantAction<Schema extends z.ZodType, T>(
  schema: Schema,
  run: (session: MerchantSession, input: z.output<Schema>) => Promise<T>,
): MerchantAction<z.input<Schema>, T> {
  return async (shown, input) => {
    const { requestId } = await readRequestFacts();
    return answer(requestId, async () => {
      const merchant = await merchantOf(await signedIn());
      if (!merchant) throw new ForbiddenError();
      await assertShown(merchant, shown);
      return run(merchant, parse(schema, input));
    });
  };
}

type Shown<Act> =
  Act extends MerchantAction<infer Input, infer T>
    ? (input: Input) => Promise<ActionResult<T>>
    : never;

/** The actions of a page that shows this merchant; each says so when it is sent. */
export const forMerchant = <Acts extends Record<string, MerchantAction<never, unknown>>>(
  shown: string,
  actions: Acts,
) =>
  Object.fromEntries(
    Object.entries(actions).map(([name, act]) => [name, act.bind(null, shown)]),
  ) as { [Name in keyof Acts]: Shown<Acts[Name]> };

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
