import "server-only";
import { type Ctx, modeOf } from "@/lib/data/ctx";
import { withMerchant } from "@/lib/data/db";
import { beginOnce, recordAnswer, withSavepoint } from "@/lib/data/idempotency-keys";
import { ConflictError, type FieldError } from "@/lib/domain/errors";
import { inFlight, type OnceRequest, requestHashOf, reused } from "@/lib/use-cases/once-request";

/** What a caller is answered: a status and a body, or a conflict that running brought up. */
export type OnceAnswer = { status: number; body?: unknown };
type Outcome = { answer: OnceAnswer } | { refusal: ConflictError };
export type Once = Outcome & { isReplay: boolean };

type Stored =
  | { answer: OnceAnswer }
  | {
      refusal: {
        code: string;
        message: string;
        fields: readonly FieldError[];
        extra: Record<string, unknown>;
      };
    };

const CONFLICT_STATUS = 409;

function restore(stored: Stored): Outcome {
  if ("answer" in stored) return stored;
  const { code, message, extra } = stored.refusal;
  return { refusal: new ConflictError(message, code, extra) };
}

const toStored = (outcome: Outcome): Stored => {
  if ("answer" in outcome) return outcome;
  const { code, message, fields, extra } = outcome.refusal;
  return { refusal: { code, message, fields, extra } };
};

// Whether a request of this process with the same key turned out to run rather than to repeat: refused
// here, a crowd with one key does not take the database's connections.
const begun = new Map<string, Promise<boolean>>();

async function runHeld(
  ctx: Ctx,
  merchantId: string,
  request: OnceRequest,
  {
    execute,
    tell,
  }: { execute: (ctx: Ctx) => Promise<OnceAnswer>; tell: (isRunning: boolean) => void },
): Promise<Once> {
  const requestHash = requestHashOf(request.body);
  return withMerchant(ctx, merchantId, async (db) => {
    const at = ctx.now();
    const found = await beginOnce(db, merchantId, request, at);
    tell(found.state === "free");
    if (found.state === "in_flight") throw inFlight();
    if (found.state === "stored") {
      if (found.requestHash !== requestHash) throw reused();
      return { ...restore(found.answer as Stored), isReplay: true };
    }
    const inside = { ...ctx, open: { scope: merchantId, db } };
    const outcome = await withSavepoint(db, () => execute(inside)).then(
      (answer): Outcome => ({ answer }),
      (error: unknown): Outcome => {
        if (error instanceof ConflictError) return { refusal: error };
        throw error;
      },
    );
    const status = "answer" in outcome ? outcome.answer.status : CONFLICT_STATUS;
    await recordAnswer(db, merchantId, request, {
      requestHash,
      status,
      answer: toStored(outcome),
      at,
    });
    return { ...outcome, isReplay: false };
  });
}

/**
 * Runs a request once per key: the effect, its audit and the stored answer are one transaction. The same
 * key and body hear the stored answer again for 72 hours; another body, or the first still running, is
 * refused. Conflicts that running brought up are stored too, their effects undone; nothing else is.
 */
export async function runOnce(
  ctx: Ctx,
  merchantId: string,
  request: OnceRequest,
  execute: (ctx: Ctx) => Promise<OnceAnswer>,
): Promise<Once> {
  const { owner, method, path, key } = request;
  const name = JSON.stringify([modeOf(ctx), merchantId, owner, method, path, key]);
  const other = begun.get(name);
  if (other && (await other)) throw inFlight();
  let tell: (isRunning: boolean) => void = () => undefined;
  const mine = new Promise<boolean>((resolve) => (tell = resolve));
  begun.set(name, mine);
  try {
    return await runHeld(ctx, merchantId, request, { execute, tell });
  } finally {
    tell(false);
    if (begun.get(name) === mine) begun.delete(name);
  }
}
