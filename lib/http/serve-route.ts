import "server-only";
import { authenticate, type Bearer, type KeyCtx } from "@/lib/auth/api-key";
import { MOST_BODY_BYTES } from "@/lib/domain/api-requests";
import { ForbiddenError, InvalidError, NotFoundError, type DomainError } from "@/lib/domain/errors";
import { ACQUIRER } from "@/lib/domain/ids";
import { DEADLINE_MARGIN_MS, withinDeadline } from "@/lib/http/deadline";
import { BATCH_DEADLINE_MS, DEADLINE_MS, MAX_BODY_BYTES } from "@/lib/http/define-route";
import type { Answer, ItemReading, Route, RouteInput } from "@/lib/http/define-route";
import { idempotencyKeyOf, missingIdempotencyKey } from "@/lib/http/idempotency-key";
import { problemOf, type ProblemPlace } from "@/lib/http/problem";
import { countRequest } from "@/lib/http/rate-limit";
import { readBody, type Body } from "@/lib/http/read-body";
import { faultsBelow, readFields } from "@/lib/http/read-fields";
import { readQuery } from "@/lib/http/read-query";
import { runOnce } from "@/lib/use-cases/idempotency/run-once";
import type { OnceRequest } from "@/lib/use-cases/once-request";
import { confirmMerchant } from "@/lib/use-cases/merchants/confirm-merchant";

/** A request on its way through a route; headers gather what its answer will carry. */
export type Exchange = ProblemPlace & {
  request: Request;
  path: string;
  params: Record<string, string>;
  headers: Record<string, string>;
  keyId?: string;
  /** Whose key it is: a merchant's MID or the acquirer. */
  keyOwner?: string;
  /** The body as it was sent, unless the edge saw a card number in it. */
  said?: unknown;
};

type Fields = Record<string, unknown>;
type Said = { params: Fields; query: Fields; body: Fields; items: ItemReading<Fields>[] | null };

const NO_BODY: Body = { present: false };

function assertScope(route: Route, { actor }: Bearer): void {
  if (route.scope !== "any_key" && !actor.scopes.includes(route.scope)) {
    throw new ForbiddenError(`This key lacks the scope ${route.scope}.`);
  }
}

function readParams(route: Route, params: Record<string, string>): Fields {
  const parsed = route.paramsSchema.safeParse(params);
  if (!parsed.success) throw new NotFoundError();
  return parsed.data;
}

function readItem(route: Route, body: Extract<Body, { present: true }>, index: number) {
  const { key, item } = route.batch!;
  const value = (body.value as Record<string, unknown[]>)[key]?.[index];
  try {
    const faults = faultsBelow(body.faults, [key, index]);
    return { ok: true, value: readFields(item, value, faults, route.fractions) } as const;
  } catch (error) {
    return { ok: false, error: error as DomainError } as const;
  }
}

const holdsKey = (value: unknown, key: string) =>
  typeof value === "object" && value !== null && Object.hasOwn(value, key);

/** A batch is read item by item; what is wrong around its items refuses it as a whole. */
function readBatch(
  route: Route,
  body: Extract<Body, { present: true }>,
): Pick<Said, "body" | "items"> {
  const { key } = route.batch!;
  const outside = body.faults.filter(({ path }) => path[0] !== key || path.length < 2);
  const envelope = readFields(route.envelopeSchema!, body.value, outside);
  const length = (envelope[key] as unknown[]).length;
  const items = Array.from({ length }, (_, index) => readItem(route, body, index));
  return { body: { merchant_id: envelope.merchant_id }, items };
}

function isBatch({ batch, bodySchema }: Route, body: Body): boolean {
  return batch !== undefined && body.present && (!bodySchema || holdsKey(body.value, batch.key));
}

function deadlineOf(route: Route, body: Body): number {
  return isBatch(route, body) ? BATCH_DEADLINE_MS : (route.deadlineMs ?? DEADLINE_MS);
}

function readSaid(route: Route, body: Body): Pick<Said, "body" | "items"> {
  if (!body.present) return { body: {}, items: null };
  if (isBatch(route, body)) return readBatch(route, body);
  return {
    body: readFields(route.bodySchema!, body.value, body.faults, route.fractions),
    items: null,
  };
}

const MISSING_MERCHANT = {
  pointer: "/merchant_id",
  code: "required",
  detail: "An acquirer's key must name the merchant.",
};

/** A merchant's key implies its merchant, and naming another is "not found"; the acquirer's must name one. */
function merchantOf(route: Route, { actor }: Bearer, said: Said): string {
  const named = (said.body.merchant_id ?? said.query.merchant_id) as string | undefined;
  if (actor.merchantId !== ACQUIRER) {
    if (named !== undefined && named !== actor.merchantId) throw new NotFoundError();
    return actor.merchantId;
  }
  if (named === undefined && route.merchant !== "none") throw new InvalidError([MISSING_MERCHANT]);
  return named ?? ACQUIRER;
}

/** An item may repeat the merchant of its batch and name no other. */
function ofMerchant(items: Said["items"], merchantId: string): Said["items"] {
  if (!items) return null;
  return items.map((item) => {
    const named = item.ok ? item.value.merchant_id : undefined;
    return named === undefined || named === merchantId
      ? item
      : { ok: false, error: new NotFoundError() };
  });
}

async function execute(
  route: Route,
  exchange: Exchange,
  bearer: Bearer,
  body: Body,
): Promise<Answer> {
  const { actor, mode } = bearer;
  const said: Said = {
    params: readParams(route, exchange.params),
    query: readQuery(route.querySchema, exchange.request.url),
    ...readSaid(route, body),
  };
  const merchantId = merchantOf(route, bearer, said);
  const { requestId } = exchange;
  const deadlineAt = Date.now() + deadlineOf(route, body) - DEADLINE_MARGIN_MS;
  const ctx: KeyCtx = { actor, mode, now: () => new Date(), requestId, deadlineAt };
  const isNamed = actor.merchantId === ACQUIRER && merchantId !== ACQUIRER;
  if (isNamed && route.merchant !== "named") await confirmMerchant(ctx, merchantId);
  const input = {
    ...said,
    items: ofMerchant(said.items, merchantId),
    ctx,
    merchantId,
    once: onceOf(route, exchange, bearer, body),
    problem: (error: unknown) => problemOf(error, exchange),
  };
  return run(route, exchange, input);
}

/** The request as its Idempotency-Key names it; null without one, and where keys mean nothing. */
function onceOf(route: Route, exchange: Exchange, bearer: Bearer, body: Body): OnceRequest | null {
  if (!route.idempotency) return null;
  const key = idempotencyKeyOf(exchange.request.headers.get("idempotency-key"));
  if (key === null && route.idempotency !== "honoured") throw missingIdempotencyKey();
  if (key === null) return null;
  const owner = bearer.actor.merchantId === ACQUIRER ? "acquirer" : "merchant";
  const said = body.present ? body.value : undefined;
  return { owner, method: route.method, path: exchange.path, key, body: said };
}

type Input = Pick<
  RouteInput<undefined, undefined, undefined, undefined>,
  "merchantId" | "ctx" | "once"
>;

async function run(route: Route, exchange: Exchange, input: Input): Promise<Answer> {
  const { ctx, merchantId, once } = input;
  const isHandled = route.idempotency === "handled";
  if (once === null || isHandled) {
    const answer = await route.handle(input as never);
    if (answer.isReplay) exchange.headers["idempotency-replayed"] = "true";
    return answer;
  }
  const outcome = await runOnce(ctx, merchantId, once, (inside) =>
    route.handle({ ...input, ctx: inside } as never),
  );
  if (outcome.isReplay) exchange.headers["idempotency-replayed"] = "true";
  if ("refusal" in outcome) throw outcome.refusal;
  return outcome.answer;
}

/** What the log may keep of a body: a short one that holds nothing like a card number. */
function keptOf(body: Body): unknown {
  if (!body.present || body.byteLength > MOST_BODY_BYTES) return undefined;
  return body.faults.some(({ kind }) => kind === "card") ? undefined : body.value;
}

/** Every step a request takes, in the order the contract gives them. */
export async function serveRoute(route: Route, exchange: Exchange): Promise<Answer> {
  const { request } = exchange;
  const found = authenticate(
    request.headers.get("authorization"),
    Date.now() + DEADLINE_MS - DEADLINE_MARGIN_MS,
  );
  const bearer = found instanceof Promise ? await withinDeadline(found, DEADLINE_MS) : found;
  exchange.keyId = bearer.actor.keyId;
  exchange.keyOwner = bearer.actor.merchantId;
  const { keyId } = bearer.actor;
  if (bearer.ratePerSecond > 0) {
    Object.assign(exchange.headers, await countRequest(keyId, bearer.ratePerSecond));
  }
  assertScope(route, bearer);
  const isOptional = route.isBodyOptional ?? false;
  const takesBody = route.bodySchema !== null || route.envelopeSchema !== null;
  const maxBytes = route.maxBytes ?? MAX_BODY_BYTES;
  const body = takesBody ? await readBody(request, { maxBytes, isOptional }) : NO_BODY;
  exchange.said = keptOf(body);
  return withinDeadline(execute(route, exchange, bearer, body), deadlineOf(route, body));
}
