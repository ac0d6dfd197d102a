import "server-only";
import { z } from "zod";
import type { KeyCtx } from "@/lib/auth/api-key";
import type { Problem, ProblemSlug } from "@/lib/contracts/problem";
import { merchantId } from "@/lib/contracts/record-ids";
import type { Scope } from "@/lib/domain/access/actor";
import type { DomainError } from "@/lib/domain/errors";
import type { OnceRequest } from "@/lib/use-cases/once-request";

export const MAX_BODY_BYTES = 64 * 1024;
export const DEADLINE_MS = 800;
export const BATCH_DEADLINE_MS = 10_000;

/** An answer: `body` becomes JSON; `text` is JSON already; without either there is no content. */
export type Answer = { status: number; body?: unknown; text?: string; isReplay?: boolean };

/** One item of a batch: what it says, or why it was refused before anything looked at it. */
export type ItemReading<T> = { ok: true; value: T } | { ok: false; error: DomainError };

/** A body of many: `{merchant_id?, [key]: [...]}`; a fault of one item is that item's alone. */
export type BatchSpec<I extends z.ZodObject> = {
  key: string;
  item: I;
  min: number;
  max: number;
};

type Out<S> = S extends z.ZodType ? z.output<S> : Record<string, never>;

export type RouteInput<
  P extends z.ZodObject | undefined,
  Q extends z.ZodObject | undefined,
  B extends z.ZodObject | undefined,
  I extends z.ZodObject | undefined,
> = {
  ctx: KeyCtx;
  /** The merchant the call is about: the key's own, or the one an acquirer's key named. */
  merchantId: string;
  params: Out<P>;
  query: Out<Q>;
  /** The parsed body; empty when an optional one was left out, or a batch was sent. */
  body: Out<B>;
  /** The items of a batch in their order; null for a single object. */
  items: readonly ItemReading<Out<I>>[] | null;
  /** The request as its Idempotency-Key names it; null without one. */
  once: OnceRequest | null;
  /** What a caller is told of an error, for batches that answer problems item by item. */
  problem: (error: unknown) => Problem;
};

export type RouteSpec<
  P extends z.ZodObject | undefined = z.ZodObject | undefined,
  Q extends z.ZodObject | undefined = z.ZodObject | undefined,
  B extends z.ZodObject | undefined = z.ZodObject | undefined,
  I extends z.ZodObject | undefined = z.ZodObject | undefined,
> = {
  method: "GET" | "POST";
  /** Under /api/v1, parameters in braces: `/checks/{id}`. */
  path: string;
  operationId: string;
  tag: string;
  summary: string;
  description?: string;
  scope: Scope | "any_key";
  /**
   * `existing`: about one merchant that must exist (the default). `named`: about one merchant, whether
   * or not there is such a one. `none`: about no merchant; naming one is fine and changes nothing.
   */
  merchant?: "existing" | "named" | "none";
  /** Path parameters; a malformed one is "not found". */
  params?: P;
  query?: Q;
  body?: B;
  isBodyOptional?: boolean;
  batch?: I extends z.ZodObject ? BatchSpec<I> : undefined;
  /** Pointers whose numbers may be fractions, e.g. `/location/lat`. */
  fractions?: readonly string[];
  /** `handled`: required, and the operation itself remembers its answers, with their effect. */
  idempotency?: "required" | "honoured" | "handled";
  maxBytes?: number;
  deadlineMs?: number;
  answers: Readonly<Record<number, { description: string; schema?: z.ZodType }>>;
  /** Problems beyond those that follow from the declaration. */
  refusals?: readonly ProblemSlug[];
  handle: (input: RouteInput<P, Q, B, I>) => Promise<Answer>;
};

const namedMerchant = z.object({
  merchant_id: merchantId.optional().meta({
    description:
      "The merchant (MID). An acquirer's key must name one; a merchant's key may name its own.",
  }),
});

/** A declared operation with the strict schemas that follow from it. */
export type Route = RouteSpec & {
  paramsSchema: z.ZodObject;
  querySchema: z.ZodObject;
  bodySchema: z.ZodObject | null;
  envelopeSchema: z.ZodObject | null;
};

const EMPTY = z.object({});

function withMerchant(schema: z.ZodObject, isNaming: boolean): z.ZodObject {
  return (isNaming ? schema.extend(namedMerchant.shape) : schema).strict();
}

function envelopeOf({ key, min, max }: BatchSpec<z.ZodObject>): z.ZodObject {
  return z.object({ [key]: z.array(z.unknown()).min(min).max(max) });
}

/**
 * One declaration per operation: it drives authentication, scope, tenancy, strict parsing, the card guard,
 * idempotency, the deadline and the OpenAPI document.
 */
export function defineRoute<
  P extends z.ZodObject | undefined = undefined,
  Q extends z.ZodObject | undefined = undefined,
  B extends z.ZodObject | undefined = undefined,
  I extends z.ZodObject | undefined = undefined,
>(spec: RouteSpec<P, Q, B, I>): Route {
  const route = spec as unknown as RouteSpec;
  const { body, batch, isBodyOptional = false } = route;
  const hasBody = body !== undefined || isBodyOptional;
  const item = batch && { ...batch, item: withMerchant(batch.item, true) };
  return {
    ...route,
    batch: item,
    paramsSchema: (route.params ?? EMPTY).strict(),
    querySchema: withMerchant(route.query ?? EMPTY, route.method === "GET" || isBodyOptional),
    bodySchema: hasBody ? withMerchant(body ?? EMPTY, true) : null,
    envelopeSchema: batch ? withMerchant(envelopeOf(batch), true) : null,
  };
}
